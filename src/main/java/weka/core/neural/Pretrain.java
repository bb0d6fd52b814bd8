package weka.core.neural;

/** What trains the first layers of a network before it is trained as a whole. */
public enum Pretrain {
  /** Nothing. */
  NONE,
  /** A restricted Boltzmann machine for each layer. */
  RBM,
  /** A denoising autoencoder for each layer. */
  AUTOENCODER
}
