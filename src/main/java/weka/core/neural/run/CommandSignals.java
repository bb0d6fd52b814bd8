package weka.core.neural.run;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Handles Ctrl-C and kill while a command trains its model: the first signal interrupts the training, so that it ends
 * in an orderly way and the command can write what was learnt; the second ends the process at once. An enclosing scheme
 * may need more trainings than this one for its model: then there is none. When the command has finished, its exit
 * status is that of a process ended by the signal.
 *
 * <p>Only the first training of a process is guarded. Later ones are folds of a cross-validation or the like, whose
 * models are not kept; the model itself has already been written by then.
 *
 * <p>{@code sun.misc.Signal} is the only way to handle a signal without exiting; it is called by reflection, since the
 * compiler warns about it and a JVM may lack it, or be told to ignore signals ({@code -Xrs}). Then a signal ends the
 * process as usual.
 */
final class CommandSignals {
  private static final String[] NAMES = {"INT", "TERM", "HUP"};
  /** The exit status of a process ended by a signal is this plus the signal's number. */
  private static final int ENDED_BY = 128;

  private static boolean used;
  private static @Nullable CommandSignals caught;

  private final Thread training = Thread.currentThread();
  private final Progress progress;
  private final boolean isPart;
  private final StopRequest request = StopRequest.listen();
  private final Map<Object, Object> before = new HashMap<>();
  private int number;

  private CommandSignals(Progress progress, boolean isPart) {
    this.progress = progress;
    this.isPart = isPart;
  }

  /**
   * Starts handling signals if this is the first training of a command; otherwise returns null.
   *
   * @param scheme the scheme that trains
   */
  static synchronized @Nullable CommandSignals listen(Progress progress, Class<?> scheme) {
    if (used || !Caller.isCommandLine()) {
      return null;
    }
    used = true;
    CommandSignals signals = new CommandSignals(progress, Caller.isScheme(scheme));
    for (String name : NAMES) {
      signals.handle(name);
    }
    return signals;
  }

  private void handle(String name) {
    try {
      Class<?> type = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object signal = type.getConstructor(String.class).newInstance(name);
      Object ours = Proxy.newProxyInstance(CommandSignals.class.getClassLoader(), new Class<?>[] {handler},
          (proxy, method, arguments) -> switch (method.getName()) {
            case "handle" -> {
              heard(name, (Integer) type.getMethod("getNumber").invoke(arguments[0]));
              yield null;
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> name;
          });
      before.put(signal, handle(type, handler).invoke(null, signal, ours));
    } catch (ReflectiveOperationException e) {
      // There is no such signal on this system, or a program may not handle it: it ends the process, as before.
      progress.now("signal " + name + " is not handled: " + e);
    }
  }

  private static Method handle(Class<?> type, Class<?> handler) throws NoSuchMethodException {
    return type.getMethod("handle", type, handler);
  }

  private void heard(String name, int number) {
    synchronized (CommandSignals.class) {
      if (caught != null) {
        Runtime.getRuntime().halt(ENDED_BY + number);
      }
      caught = this;
      this.number = number;
    }
    progress.message("SIG" + name + (isPart
        ? ": stopping this training with what it has learnt so far; if the enclosing scheme has more to train, the "
            + "program ends without a model; once more ends it at once"
        : ": stopping training with what it has learnt so far; once more ends the program at once"));
    Thread exit = new Thread(this::exitAfterCommand, "exit after SIG" + name);
    exit.setDaemon(false);
    exit.start();
    request.make();
  }

  private void exitAfterCommand() {
    try {
      training.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.exit(ENDED_BY + number);
  }

  /** Whether a signal was received in this thread. */
  static synchronized boolean isCaught() {
    return caught != null && caught.training == Thread.currentThread();
  }

  /** Called before a training: ends the process if a signal was received in an earlier one. */
  static void exitIfCaught() {
    CommandSignals signals;
    synchronized (CommandSignals.class) {
      signals = isCaught() ? caught : null;
    }
    if (signals == null) {
      return;
    }
    signals.progress.message(signals.isPart && !Caller.isCrossValidation()
        ? "the enclosing scheme has more to train, so there is no model"
        : "further training, as in a cross-validation, is left out");
    System.exit(ENDED_BY + signals.number);
  }

  /** Training is over: restores the former signal handlers, unless a signal was received. */
  void close() {
    synchronized (CommandSignals.class) {
      if (caught != null) {
        // It may have arrived too late for the training to notice.
        Thread.interrupted();
        return;
      }
      for (Map.Entry<Object, Object> entry : before.entrySet()) {
        restore(entry.getKey(), entry.getValue());
      }
      StopRequest.close();
    }
  }

  private static void restore(Object signal, Object handler) {
    try {
      Class<?> type = signal.getClass();
      handle(type, Class.forName("sun.misc.SignalHandler", true, type.getClassLoader())).invoke(null, signal, handler);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot restore the handler of signal " + signal, e);
    }
  }
}
