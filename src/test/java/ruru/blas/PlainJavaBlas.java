package ruru.blas;

/** The provider that computes alike on every machine, for tests in other packages. */
public final class PlainJavaBlas {
  private PlainJavaBlas() {}

  public static Blas get() {
    try {
      return new NetlibBlas("plain Java", NetlibLoader.java());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
