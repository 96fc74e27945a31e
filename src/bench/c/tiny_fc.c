/*
 * The native peer of the fused trainer: tiny-fc (49-16-5, batch normalisation in training mode,
 * ReLU, softmax cross-entropy), batches of 128 with replacement, heavy ball, float32. The same
 * design as in Java with GCC's vector extension: one vector holds the 16 hidden units, sums stay in
 * registers, nothing is allocated. It draws the same batches (Philox4x32-10, stream "sampling") and
 * so follows the same path.
 *
 * Usage: tiny_fc FOLDER STEPS EPOCH_STEPS SEED RATE MOMENTUM
 * Reads FOLDER/tiny-fc-{images,labels,parameters}.npy, prints the seconds of the steps, and writes
 * the weights after them to FOLDER/tiny-fc-native.f32.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { IN = 49, H = 16, C = 5, B = 128, LANES = 16 };

typedef float V __attribute__((vector_size(4 * LANES), aligned(4 * LANES)));
typedef float VU __attribute__((vector_size(4 * LANES), aligned(4)));
typedef int32_t I __attribute__((vector_size(4 * LANES), aligned(4 * LANES)));

static V w1[IN], b1, gamma_, beta_, w2[C], v1[IN], vb1, vgamma, vbeta, v2[C], g1[IN], g2[C];
static float b2[C], vb2[C], gb2[C], running_mean[H], running_var[H];
static V z[B], h[B], d[B];
static float out[C][B] __attribute__((aligned(64)));
static const float *rows[B];
static int label[B];
static float *images;
static int *labels;
static int examples;

static void philox(uint64_t low, uint64_t high, uint64_t key, uint32_t *o) {
  uint32_t c0 = low, c1 = low >> 32, c2 = high, c3 = high >> 32, k0 = key, k1 = key >> 32;
  for (int r = 0; r < 10; r++) {
    uint64_t p0 = 0xD2511F53ull * c0, p1 = 0xCD9E8D57ull * c2;
    c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
    c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
    c1 = p1;
    c3 = p0;
    k0 += 0x9E3779B9;
    k1 += 0xBB67AE85;
  }
  o[0] = c0, o[1] = c1, o[2] = c2, o[3] = c3;
}

static uint64_t position, substream, seed;
static uint32_t words[4];

static uint32_t next(void) {
  if ((position & 3) == 0) philox(position >> 2, substream << 8 | 2, seed, words);
  return words[position++ & 3];
}

static int below(uint32_t bound) {
  uint64_t product = (uint64_t)next() * bound;
  if ((uint32_t)product < bound) {
    uint32_t threshold = (1ull << 32) % bound;
    while ((uint32_t)product < threshold) product = (uint64_t)next() * bound;
  }
  return product >> 32;
}

static inline V all(float x) { return x - (V){0}; }

static inline V choose(I mask, V yes, V no) { return (V)((mask & (I)yes) | (~mask & (I)no)); }

static inline V root(V x) {
  for (int i = 0; i < LANES; i++) x[i] = sqrtf(x[i]);
  return x;
}

static inline V exponential(V x) {
  x = choose(x > all(-87.f), x, all(-87.f));
  V shifted = x * 1.44269504f + 12582912.f, n = shifted - 12582912.f;
  V r = x - n * 0.693359375f + n * 2.12194440e-4f, p = all(1.9875691500e-4f);
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  return (V)((I)(p * (r * r) + r + 1.f) + ((I)shifted << 23));
}

static void draw(void) {
  for (int e = 0; e < B; e++) {
    int k = below(examples);
    rows[e] = images + (size_t)k * IN;
    label[e] = labels[k];
  }
}

static void forward(void) {
  for (int e = 0; e < B; e += 8) {
    const float **x = rows + e;
    V s[8];
    for (int i = 0; i < 8; i++) s[i] = b1;
    for (int k = 0; k < IN; k++) {
#pragma GCC unroll 8
      for (int i = 0; i < 8; i++) s[i] += x[i][k] * w1[k];
    }
    for (int i = 0; i < 8; i++) z[e + i] = s[i];
  }
}

static V mean, inverse;

static void normalise(void) {
  V s[4] = {{0}};
  for (int e = 0; e < B; e += 4)
    for (int i = 0; i < 4; i++) s[i] += z[e + i];
  mean = (s[0] + s[1] + (s[2] + s[3])) / (float)B;
  V q[4] = {{0}};
  for (int e = 0; e < B; e += 4)
    for (int i = 0; i < 4; i++) q[i] += (z[e + i] - mean) * (z[e + i] - mean);
  V var = (q[0] + q[1] + (q[2] + q[3])) / (float)B;
  inverse = 1.f / root(var + 1e-5f);
  V factor = gamma_ * inverse, zero = {0};
  for (int e = 0; e < B; e++) {
    V y = (z[e] - mean) * factor + beta_;
    h[e] = choose(y > zero, y, zero);
  }
  for (int i = 0; i < H; i++) {
    running_mean[i] += 0.1f * (mean[i] - running_mean[i]);
    running_var[i] += 0.1f * (var[i] * (B / (B - 1.f)) - running_var[i]);
  }
}

/* Outputs in the order [class][example], then (softmax - one hot) / n in their place. */
static double outputs(void) {
  typedef float W __attribute__((vector_size(32)));
  W turned[H], bias = {0};
  for (int k = 0; k < H; k++) {
    turned[k] = (W){0};
    for (int c = 0; c < C; c++) turned[k][c] = w2[c][k];
  }
  for (int c = 0; c < C; c++) bias[c] = b2[c];
  for (int e = 0; e < B; e += 8) {
    W s[8];
    for (int i = 0; i < 8; i++) s[i] = bias;
    for (int k = 0; k < H; k++) {
#pragma GCC unroll 8
      for (int i = 0; i < 8; i++) s[i] += ((const float *)&h[e + i])[k] * turned[k];
    }
    for (int i = 0; i < 8; i++)
      for (int c = 0; c < C; c++) out[c][e + i] = s[i][c];
  }
  double loss = 0;
  V shift = {0}, product = all(1);
  for (int e = 0; e < B; e += LANES) {
    V o[C], y, largest, own = {0}, others = {0}, right = {0}, zero = {0};
    for (int i = 0; i < LANES; i++) y[i] = label[e + i];
    for (int c = 0; c < C; c++) o[c] = *(V *)&out[c][e];
    largest = o[0];
    for (int c = 1; c < C; c++) largest = choose(o[c] > largest, o[c], largest);
    for (int c = 0; c < C; c++) {
      I mine = y == all(c);
      V t = exponential(o[c] - largest);
      right = choose(mine, o[c], right);
      own = choose(mine, t, own);
      others += choose(mine, zero, t);
      o[c] = t;
    }
    V sum = own + others, factor = 1.f / (sum * (float)B);
    for (int c = 0; c < C; c++) *(V *)&out[c][e] = choose(y == all(c), -others, o[c]) * factor;
    shift += largest - right;
    product *= sum;
  }
  double all_ = 1;
  for (int i = 0; i < LANES; i++) {
    loss += shift[i];
    all_ *= product[i];
  }
  return loss + log(all_);
}

static V ggamma, gbeta, gb1;

static void backward(void) {
  V s[C] = {{0}};
  for (int e = 0; e < B; e++) {
    V back = {0};
#pragma GCC unroll 5
    for (int c = 0; c < C; c++) {
      s[c] += out[c][e] * h[e];
      back += out[c][e] * w2[c];
    }
    d[e] = back;
  }
  for (int c = 0; c < C; c++) {
    g2[c] = s[c];
    V sum = {0};
    for (int e = 0; e < B; e += LANES) sum += *(V *)&out[c][e];
    gb2[c] = 0;
    for (int i = 0; i < LANES; i++) gb2[c] += sum[i];
  }
  V flat[4] = {{0}}, slope[4] = {{0}}, zero = {0};
  for (int e = 0; e < B; e += 4)
    for (int i = 0; i < 4; i++) {
      V dy = choose(h[e + i] > zero, d[e + i], zero);
      d[e + i] = dy;
      flat[i] += dy;
      slope[i] += dy * (z[e + i] - mean);
    }
  gbeta = flat[0] + flat[1] + (flat[2] + flat[3]);
  ggamma = (slope[0] + slope[1] + (slope[2] + slope[3])) * inverse;
  V factor = gamma_ * inverse, share = ggamma * inverse / (float)B, level = gbeta / (float)B;
  V bias[4] = {{0}};
  for (int e = 0; e < B; e += 4)
    for (int i = 0; i < 4; i++) {
      V dz = (d[e + i] - level - (z[e + i] - mean) * share) * factor;
      d[e + i] = dz;
      bias[i] += dz;
    }
  gb1 = bias[0] + bias[1] + (bias[2] + bias[3]);
  for (int from = 0; from < IN; from += 10) {
    int k = from < IN - 10 ? from : IN - 10;
    V g[10] = {{0}};
    for (int e = 0; e < B; e++) {
      const float *x = rows[e] + k;
      V m = d[e];
#pragma GCC unroll 10
      for (int i = 0; i < 10; i++) g[i] += x[i] * m;
    }
    for (int i = 0; i < 10; i++) g1[k + i] = g[i];
  }
}

static void move(float rate, float mu) {
#define MOVE(w, v, g) v = mu * v + (g), w -= rate * v
  for (int k = 0; k < IN; k++) MOVE(w1[k], v1[k], g1[k]);
  MOVE(b1, vb1, gb1);
  MOVE(gamma_, vgamma, ggamma);
  MOVE(beta_, vbeta, gbeta);
  for (int c = 0; c < C; c++) {
    MOVE(w2[c], v2[c], g2[c]);
    MOVE(b2[c], vb2[c], gb2[c]);
  }
}

static void *load(const char *folder, const char *name, long *bytes) {
  char path[4096];
  unsigned char head[10];
  snprintf(path, sizeof path, "%s/tiny-fc-%s.npy", folder, name);
  FILE *file = fopen(path, "rb");
  if (!file || fread(head, 1, 10, file) != 10) {
    fprintf(stderr, "cannot read %s\n", path);
    exit(1);
  }
  long from = 10 + head[8] + 256 * head[9];
  fseek(file, 0, SEEK_END);
  *bytes = ftell(file) - from;
  fseek(file, from, SEEK_SET);
  void *data = malloc(*bytes);
  if (fread(data, 1, *bytes, file) != (size_t)*bytes) exit(1);
  fclose(file);
  return data;
}

/* Between the flat order of the library and ours. */
static void order(float *flat, int take) {
#define PLACE(x) do { if (take) (x) = *flat++; else *flat++ = (x); } while (0)
  for (int i = 0; i < H; i++)
    for (int k = 0; k < IN; k++) PLACE(w1[k][i]);
  for (int i = 0; i < H; i++) PLACE(b1[i]);
  for (int i = 0; i < H; i++) PLACE(gamma_[i]);
  for (int i = 0; i < H; i++) PLACE(beta_[i]);
  for (int c = 0; c < C; c++)
    for (int k = 0; k < H; k++) PLACE(w2[c][k]);
  for (int c = 0; c < C; c++) PLACE(b2[c]);
}

int main(int count, char **argument) {
  if (count != 7) {
    fprintf(stderr, "usage: tiny_fc FOLDER STEPS EPOCH_STEPS SEED RATE MOMENTUM\n");
    return 2;
  }
  long bytes;
  images = load(argument[1], "images", &bytes);
  examples = bytes / (4 * IN);
  labels = load(argument[1], "labels", &bytes);
  float *flat = load(argument[1], "parameters", &bytes);
  order(flat, 1);
  long steps = atol(argument[2]), epoch = atol(argument[3]);
  seed = strtoull(argument[4], NULL, 10);
  float rate = atof(argument[5]), mu = atof(argument[6]);
  double loss = 0;
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  for (long step = 0; step < steps; step++) {
    if (step % epoch == 0) position = 0, substream = step / epoch;
    draw();
    forward();
    normalise();
    loss += outputs();
    backward();
    move(rate, mu);
  }
  clock_gettime(CLOCK_MONOTONIC, &end);
  printf("seconds=%.9f\tloss=%.6f\n",
         end.tv_sec - start.tv_sec + 1e-9 * (end.tv_nsec - start.tv_nsec), loss / steps / B);
  order(flat, 0);
  char path[4096];
  snprintf(path, sizeof path, "%s/tiny-fc-native.f32", argument[1]);
  FILE *file = fopen(path, "wb");
  fwrite(flat, 4, bytes / 4, file);
  fclose(file);
  return 0;
}
