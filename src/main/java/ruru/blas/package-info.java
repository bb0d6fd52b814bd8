/**
 * Matrix products and the libraries that compute them. {@link ruru.blas.Blas} is what the engine calls; {@link
 * ruru.blas.BlasProvider} chooses an implementation once for the JVM.
 *
 * <p>How the bundled OpenBLAS is loaded into the process: {@code BlasCandidate} asks {@code NativeCode}, which finds a
 * folder ({@code NativeFolders}) and leaves a {@code CrashMarker} in it; {@code BundledOpenBlas} has the library
 * unpacked there ({@code BundledFiles}), opens it, sets it to one thread ({@code LibraryFunctions}, through JNA) and
 * hands it to the stub of dev.ludovic.netlib ({@code NetlibLoader}, {@code NetlibStubLoader}, {@code StubFiles});
 * {@code NetlibBlas} makes it row-major. It is wrapped by {@code CutProducts} and {@code SmallInJava}, for speed.
 */
@NullMarked
package ruru.blas;

import org.jspecify.annotations.NullMarked;
