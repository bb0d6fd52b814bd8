package ruru.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.NeuralNet;

/**
 * Our classes fit the Weka on the class path, which may be another version than the one that they were compiled with.
 * Java looks for a method only when it is called, and then the error would be the user's.
 */
class LinkageIT {
  private static JavaClasses own;

  @BeforeAll
  static void readClasses() throws IOException, URISyntaxException {
    Path place = Path.of(NeuralNet.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (JarFile jar = Files.isDirectory(place) ? null : new JarFile(place.toFile())) {
      own = jar == null ? new ClassFileImporter().importPath(place) : new ClassFileImporter().importJar(jar);
    }
    assertThat(own).hasSizeGreaterThan(100);
  }

  @Test
  void everyClassThatIsUsedExists() {
    Set<String> missing = new TreeSet<>();
    for (JavaClass c : own) {
      for (Dependency use : c.getDirectDependenciesFromSelf()) {
        JavaClass target = use.getTargetClass().getBaseComponentType();
        if (isOfWeka(target) && target.getSource().isEmpty()) {
          missing.add(target.getName() + " in " + c.getName());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyMemberThatIsUsedExists() {
    Set<String> missing = new TreeSet<>();
    int uses = 0;
    for (JavaClass c : own) {
      for (JavaAccess<?> use : c.getAccessesFromSelf()) {
        if (isOfWeka(use.getTargetOwner())) {
          uses++;
          if (use.getTarget().resolveMember().isEmpty()) {
            missing.add(use.getTarget().getFullName() + " in " + use.getOrigin().getFullName());
          }
        }
      }
    }
    assertThat(uses).isGreaterThan(500);
    assertThat(missing).isEmpty();
  }

  /** A later version may have dropped a method that an earlier one asks for. */
  @Test
  void everyAbstractMethodIsImplemented() throws ClassNotFoundException {
    List<String> missing = new ArrayList<>();
    for (JavaClass c : own) {
      // Initialising it makes Java verify all its methods.
      Class<?> loaded = Class.forName(c.getName());
      for (Method method : Modifier.isAbstract(loaded.getModifiers()) ? new Method[0] : loaded.getMethods()) {
        if (Modifier.isAbstract(method.getModifiers())) {
          missing.add(method + " in " + c.getName());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean isOfWeka(JavaClass c) {
    return !c.isArray() && c.getPackageName().startsWith("weka.") && !own.contain(c.getName());
  }
}
