"""The Python side of the benchmark: PyTorch, NumPy and SciPy doing the same work as Eddy.

The Java driver starts this program and sends one request a line on standard input, fields as
key=value with tabs between: case=..., then the settings of the case. Each request gets one line of
the same form: seconds=..., or error=one sentence. Results that Eddy also computes are written to
the .npy file that the request names. One request runs at a time, so that Eddy and its peers never
compete for the machine.
"""

import os
import sys
import time


def small_lenet(nn):
    """13,338 parameters; the dropout of 0.1 is left out, as it is on the other side."""
    return nn.Sequential(
        nn.Conv2d(1, 8, 5), nn.BatchNorm2d(8), nn.ReLU(), nn.MaxPool2d(3, 3),
        nn.Conv2d(8, 16, 5), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2, 2),
        nn.Flatten(),
        nn.Linear(64, 128), nn.BatchNorm1d(128), nn.ReLU(),
        nn.Linear(128, 10),
    )


def small_allcnn(nn, classes=10, c1=12, c2=24):
    """26,982 parameters with ten classes."""
    def block(i, o, k=3, stride=1, padding=1):
        return [nn.Conv2d(i, o, k, stride, padding), nn.BatchNorm2d(o), nn.ReLU()]

    layers = (
        block(3, c1) + block(c1, c1) + block(c1, c1, stride=2)
        + block(c1, c2) + block(c2, c2) + block(c2, c2, stride=2)
        + block(c2, c2) + block(c2, c2) + block(c2, classes, k=1, padding=0)
    )
    return nn.Sequential(*layers, nn.AvgPool2d(8), nn.Flatten())


def tiny_fc(nn):
    """917 parameters with five classes."""
    return nn.Sequential(
        nn.Flatten(), nn.Linear(49, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Linear(16, 5))


class NumpyTinyFc:
    """tiny-fc in NumPy, float32: steps of heavy ball on one batch, in training mode."""

    def __init__(self, folder, batch):
        import numpy

        def load(name):
            return numpy.load(os.path.join(folder, "tiny-fc-" + name + ".npy"))

        self.numpy = numpy
        flat, at, self.weights = load("parameters"), 0, []
        for shape in ((16, 49), (16,), (16,), (16,), (5, 16), (5,)):
            size = int(numpy.prod(shape))
            self.weights.append(flat[at:at + size].reshape(shape).copy())
            at += size
        self.velocity = [numpy.zeros_like(w) for w in self.weights]
        self.x = load("images")[:batch].reshape(batch, 49)
        self.y = numpy.eye(5, dtype=numpy.float32)[load("labels")[:batch]]

    def train(self, steps):
        numpy, n = self.numpy, self.numpy.float32(len(self.x))
        rate, mu = numpy.float32(0.001), numpy.float32(0.9)
        for _ in range(steps):
            w1, b1, gamma, beta, w2, b2 = self.weights
            z = self.x @ w1.T + b1
            centred = z - z.mean(0)
            r = 1 / numpy.sqrt((centred * centred).mean(0) + numpy.float32(1e-5))
            normal = centred * r
            h = numpy.maximum(normal * gamma + beta, 0)
            o = h @ w2.T + b2
            p = numpy.exp(o - o.max(1, keepdims=True))
            p /= p.sum(1, keepdims=True)
            do = (p - self.y) / n
            dy = (do @ w2) * (h > 0)
            dgamma, dbeta = (dy * normal).sum(0), dy.sum(0)
            dz = gamma * r * (dy - dbeta / n - normal * (dgamma / n))
            gradients = (dz.T @ self.x, dz.sum(0), dgamma, dbeta, do.T @ h, do.sum(0))
            for w, v, g in zip(self.weights, self.velocity, gradients):
                v *= mu
                v += g
                w -= rate * v


class Torch:
    """One network, with Eddy's parameters and batch where a folder with them is given."""

    def __init__(self, network, folder, threads):
        import numpy
        import torch

        self.torch, self.folder = torch, folder
        torch.set_num_threads(threads)
        self.model = NETWORK[network](torch.nn)

        def load(name):
            return torch.from_numpy(numpy.load(os.path.join(folder, network + "-" + name + ".npy")))

        torch.nn.utils.vector_to_parameters(load("parameters"), self.model.parameters())
        running, at = load("running"), 0
        for layer in self.model:
            if isinstance(layer, torch.nn.modules.batchnorm._BatchNorm):
                for statistic in (layer.running_mean, layer.running_var):
                    statistic.copy_(running[at:at + statistic.numel()])
                    at += statistic.numel()
        self.x, self.y = load("images"), load("labels").long()
        self.loss = torch.nn.functional.cross_entropy
        self.model.eval()
        self.params = {k: v.detach() for k, v in self.model.named_parameters()}
        self.buffers = dict(self.model.named_buffers())

        def one(params, buffers, x, y):
            out = torch.func.functional_call(self.model, (params, buffers), (x[None],))
            return self.loss(out, y[None])

        self.vmapped = torch.func.vmap(torch.func.grad(one), in_dims=(None, None, 0, 0))
        self.optimiser = None

    def batch_1(self, n):
        """n gradients, one example at a time, left where autograd puts them."""
        self.model.eval()
        params = list(self.model.parameters())
        grads = []
        for i in range(n):
            loss = self.loss(self.model(self.x[i:i + 1]), self.y[i:i + 1])
            grads.append(self.torch.autograd.grad(loss, params))
        return self.torch.stack([self.torch.cat([g.reshape(-1) for g in row]) for row in grads[:8]])

    def vmap(self, n, chunk):
        """n gradients by vmap(grad), in chunks."""
        self.model.eval()
        first = None
        for i in range(0, n, chunk):
            grads = self.vmapped(self.params, self.buffers, self.x[i:i + chunk], self.y[i:i + chunk])
            first = grads if first is None else first
        return self.torch.cat([g[:8].reshape(8, -1) for g in first.values()], dim=1)

    def train(self, steps, batch):
        """Steps of heavy ball on one batch, in training mode."""
        if self.optimiser is None:
            copy = [p.requires_grad_() for p in self.model.parameters()]
            self.optimiser = self.torch.optim.SGD(copy, lr=1e-4, momentum=0.9)
        self.model.train()
        x, y = self.x[:batch], self.y[:batch]
        for _ in range(steps):
            self.optimiser.zero_grad(set_to_none=True)
            self.loss(self.model(x), y).backward()
            self.optimiser.step()
        return None


class Ensemble:
    """Euler-Maruyama paths of a two-dimensional equation at beta = 1, all arrays updated in place."""

    def __init__(self, field, paths, dt):
        import numpy

        self.numpy, self.field, self.dt = numpy, field, dt
        self.random = numpy.random.default_rng(1)
        self.x, self.y = numpy.zeros(paths), numpy.zeros(paths)
        self.g = numpy.empty((2, paths))
        self.b, self.e, self.u = numpy.empty(paths), numpy.empty(paths), numpy.empty(paths)
        d = numpy.array([[1, 0.6], [0.6, 0.5]]) if field == "well" else numpy.eye(2)
        self.root = numpy.linalg.cholesky(2 * dt * d)

    def step(self):
        numpy, x, y, b, e, u, dt = self.numpy, self.x, self.y, self.b, self.e, self.u, self.dt
        g1, g2 = self.g
        numpy.multiply(x, x, out=b)
        if self.field == "well":
            b -= 1
            b *= x
            b *= dt
            x -= b
            y *= 1 - 1.5 * dt
        else:
            numpy.multiply(y, y, out=u)
            numpy.multiply(b, -0.5, out=e)
            e += 0.5
            numpy.multiply(u, -0.25, out=self.g[0])
            e += g1
            e *= u
            b *= -0.5
            e += b
            e += 0.25
            numpy.exp(e, out=e)
            e *= 1.5 * dt
            b *= -2
            b -= 1
            b *= x
            b *= dt
            numpy.multiply(e, x, out=u)
            e *= y
            b += e
            x -= b
            y *= 1 - dt
            y += u
        self.random.standard_normal(out=self.g)
        if self.field == "well":
            g2 *= self.root[1, 1]
            y += g2
            numpy.multiply(g1, self.root[1, 0], out=b)
            y += b
            g1 *= self.root[0, 0]
            x += g1
        else:
            self.g *= self.root[0, 0]
            x += g1
            y += g2

    def run(self, steps):
        start = time.perf_counter()
        for _ in range(steps):
            self.step()
        seconds = time.perf_counter() - start
        return {"seconds": seconds, "square1": float((self.x ** 2).mean()),
                "square2": float((self.y ** 2).mean())}


NETWORK = {"small-lenet": small_lenet, "small-allcnn": small_allcnn, "tiny-fc": tiny_fc}
NETWORKS = {}
ENSEMBLES = {}


def run(request):
    case = request["case"]
    if case == "versions":
        import numpy
        import scipy
        import torch

        return {"numpy": numpy.__version__, "scipy": scipy.__version__, "torch": torch.__version__,
                "python": sys.version.split()[0]}
    if case == "eigvalsh":
        import numpy

        a = numpy.load(request["matrix"])
        start = time.perf_counter()
        values = numpy.linalg.eigvalsh(a) if request["library"] == "numpy" else scipy_eigvalsh(a)
        seconds = time.perf_counter() - start
        numpy.save(request["result"], values)
        return {"seconds": seconds}
    if case == "stationary":
        return stationary(request)
    if case == "ensemble":
        key = request["field"], int(request["paths"]), float(request["dt"])
        if key not in ENSEMBLES:
            ENSEMBLES[key] = Ensemble(*key)
        return ENSEMBLES[key].run(int(request["steps"]))
    if case == "train-numpy":
        if case not in NETWORKS:
            NETWORKS[case] = NumpyTinyFc(request["folder"], int(request["batch"]))
        start = time.perf_counter()
        NETWORKS[case].train(int(request["steps"]))
        return {"seconds": time.perf_counter() - start}
    key = request["network"], case == "train"
    if key not in NETWORKS:
        NETWORKS[key] = Torch(request["network"], request["folder"], int(request["threads"]))
    net = NETWORKS[key]
    start = time.perf_counter()
    if case == "batch-1":
        first = net.batch_1(int(request["count"]))
    elif case == "vmap":
        first = net.vmap(int(request["count"]), int(request["chunk"]))
    elif case == "train":
        first = net.train(int(request["steps"]), int(request["batch"]))
    else:
        raise ValueError("no such case: " + case)
    seconds = time.perf_counter() - start
    if first is not None and "result" in request:
        import numpy

        numpy.save(request["result"], first.detach().numpy())
    return {"seconds": seconds}


def stationary(request):
    """Null vector of a rate matrix by sparse LU: the largest entry is set to 1, its row and column leave the system."""
    import numpy
    import scipy.sparse
    from scipy.sparse.linalg import splu

    def load(name):
        return numpy.load(os.path.join(request["folder"], name + ".npy"))

    source, target, rate, expected = load("from"), load("to"), load("rate"), load("expected")
    n, pin = len(expected), int(expected.argmax())
    leaving = numpy.bincount(source, rate, n)
    matrix = scipy.sparse.csc_matrix((rate, (target, source)), (n, n)) - scipy.sparse.diags(leaving, format="csc")
    keep = numpy.r_[0:pin, pin + 1:n]
    right = -matrix[:, [pin]].toarray().ravel()[keep]
    matrix = matrix[keep][:, keep].tocsc()
    symmetric = {"options": {"SymmetricMode": True}, "diag_pivot_thresh": 0.0}
    options = symmetric if request["ordering"] == "MMD_AT_PLUS_A" else {}
    start = time.perf_counter()
    solution = splu(matrix, permc_spec=request["ordering"], **options).solve(right)
    seconds = time.perf_counter() - start
    density = numpy.ones(n)
    density[keep] = solution
    numpy.save(request["result"], density)
    return {"seconds": seconds}


def scipy_eigvalsh(a):
    import scipy.linalg

    return scipy.linalg.eigvalsh(a, check_finite=False, overwrite_a=True, driver="evd")


def main():
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for line in sys.stdin:
        try:
            answer = run(dict(field.split("=", 1) for field in line.rstrip("\n").split("\t")))
        except Exception as error:
            answer = {"error": type(error).__name__ + ": " + str(error).split("\n")[0]}
        answers.write("\t".join(k + "=" + str(v) for k, v in answer.items()) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
