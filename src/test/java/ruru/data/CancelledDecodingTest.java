package ruru.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.Cancellation;
import ruru.nn.Shape;

/** A large image that is no longer wanted is not decoded to its end. */
class CancelledDecodingTest {
  private static final Shape SHAPE = Shape.of(4, 4, 3);
  private static final int SIDE = 1500;

  @TempDir
  private Path folder;

  private Path image(String kind) throws IOException {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        image.setRGB(x, y, x * 31 + y * 17);
      }
    }
    Path file = folder.resolve("image." + kind);
    assertTrue(ImageIO.write(image, kind, file.toFile()));
    return file;
  }

  private static final class Gone extends Exception {
    private static final long serialVersionUID = 1;
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "bmp", "tif", "gif"})
  void theDecoderStopsWhenItIsAskedTo(String kind) throws IOException {
    Path file = image(kind);
    AtomicInteger asked = new AtomicInteger();
    byte[] whole = ImageDecoder.decode(file, FileAccess.ANYWHERE, SHAPE, asked::incrementAndGet);
    int all = asked.get();
    assertTrue(all >= SIDE + 10, "asked " + all + " times, while it is decoded and while it is scaled");
    ImageCache cache = new ImageCache(List.of(file), SHAPE, 1 << 20);
    for (int last : new int[] {3, all - SIDE + 20}) {
      asked.set(0);
      Cancellation<Gone> gone = () -> {
        if (asked.incrementAndGet() >= last) {
          throw new Gone();
        }
      };
      assertThrows(Gone.class, () -> cache.pixels(0, gone));
      assertTrue(asked.get() < last + SIDE / 10, "asked " + asked.get() + " times instead of " + last);
    }
    assertArrayEquals(whole, cache.pixels(0), "what was cancelled is decoded anew");
  }

  @Test
  void whoeverWaitsForAnotherThreadsImageGoesToo() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    DecodingAhead ahead = new DecodingAhead(() -> {
      never.await();
      return new byte[0];
    });
    Thread decoder = new Thread(ahead);
    decoder.setDaemon(true);
    decoder.start();
    Thread waiting = Thread.currentThread();
    Thread interrupter = new Thread(waiting::interrupt);
    interrupter.start();
    assertThrows(InterruptedException.class, () -> ahead.await(Cancellation.ofCallingThread()));
    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    never.countDown();
    decoder.join(TimeUnit.SECONDS.toMillis(30));
    assertArrayEquals(new byte[0], ahead.await(Cancellation.NEVER));
  }
}
