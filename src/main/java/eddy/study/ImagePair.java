package eddy.study;

import eddy.data.Images;

/**
 * The images of an experiment, read once for all its seeds.
 *
 * @param train to train on and to average the diffusion matrix over
 * @param test to validate on
 */
public record ImagePair(Images train, Images test) {

  /**
   * Reads them.
   *
   * @throws eddy.data.DataException if they are not there or not as published
   */
  public static ImagePair of(ImageSet set) {
    return new ImagePair(set.train(), set.test());
  }
}
