package ruru.nn;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a layer stands in the help, what shapes it takes and gives, and how it is written. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Usage {
  Kind kind();

  /** One for each form of input. */
  Example[] value();

  /** Kinds of layers, in the order of the help. */
  enum Kind {
    DENSE("Dense layers"),
    CONVOLUTION("Convolution"),
    EMBEDDING("Embedding"),
    RECURRENT("Recurrent layers"),
    ATTENTION("Attention"),
    POOLING("Pooling and upsampling"),
    NORMALISATION("Normalisation"),
    REGULARISATION("Regularisation"),
    ACTIVATION("Activations"),
    SHAPE("Shapes and joins"),
    AUTOENCODER("Autoencoders and clusters");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /** A form of input with a network in which it comes. */
  @Target({})
  @interface Example {
    /**
     * The shapes of input and output, as in "[height, width, channels] -> [height', width', filters]". "..." is any
     * axes, the same on both sides; a name may be that of a setting.
     */
    String shapes();

    /** The input of the network: "28x28x1". */
    String input();

    /** The network, with the layer in it. */
    String layers();
  }
}
