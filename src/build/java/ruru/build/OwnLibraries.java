package ruru.build;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A step of the build: takes OpenBLAS out of the jars org.bytedeco:openblas and gives it names of its own, so that it
 * is never taken for an OpenBLAS of the system, nor the system's for it. Maven runs this file as it stands.
 *
 * <p>Into {@code FOLDER/ruru/blas/openblas/PLATFORM} go the libraries and an index, which the engine reads. What is
 * newer than its jar and this file is left alone.
 */
public final class OwnLibraries {
  private static final String INDEX = "index";

  /** In the order in which they are loaded: each one needs only those before it and what every system has. */
  private static final Map<String, List<String>> FILES = Map.of(
      "linux-x86_64", List.of("libquadmath.so.0", "libgfortran.so.5", "libopenblas.so.0"),
      "linux-arm64", List.of("libgfortran.so.5", "libopenblas.so.0"),
      "windows-x86_64", List.of("libopenblas.dll"),
      "macosx-arm64", List.of("libopenblas.0.dylib"),
      "macosx-x86_64",
      List.of("libgcc_s.1.1.dylib", "libquadmath.0.dylib", "libgfortran.5.dylib", "libopenblas.0.dylib"));

  private OwnLibraries() {}

  /** Arguments: this file, the folder, the version of the artifact, platforms with commas or none, the class path. */
  public static void main(String[] args) throws IOException {
    if (args.length != 5) {
      throw new IllegalArgumentException("wanted: this file, folder, version, platforms, class path; got "
          + List.of(args));
    }
    Path folder = Files.createDirectories(Path.of(args[1], "ruru", "blas", "openblas"));
    List<String> platforms = args[3].equals("none") ? List.of() : List.of(args[3].split(","));
    try (DirectoryStream<Path> present = Files.newDirectoryStream(folder)) {
      for (Path old : present) {
        if (!platforms.contains(old.getFileName().toString())) {
          delete(old);
        }
      }
    }
    String version = args[2].replaceFirst("-.*", "");
    for (String platform : platforms) {
      Path jar = jar("openblas-" + args[2] + "-" + platform + ".jar", args[4]);
      if (!isNewer(folder.resolve(platform), jar, Path.of(args[0]))) {
        write(jar, platform, version, folder.resolve(platform));
      }
    }
    Files.writeString(folder.resolve("NOTICE"), """
        OpenBLAS %s and the run-time libraries of GCC that it needs, from org.bytedeco:openblas:%s.
        Changed for Ruru: in the files for Linux, libNAME.so.N is called NAME-ruru.so, in their dynamic sections too,
        and OpenBLAS is marked to bind its own symbols first (DT_SYMBOLIC). Those for Windows and macOS were renamed at
        most.
        The index of a folder holds the CRC-32, the size and the name of each of its files.
        """.formatted(version, args[2]));
  }

  private static Path jar(String name, String classPath) {
    return Stream.of(classPath.split(File.pathSeparator)).map(Path::of).filter(entry -> entry.endsWith(name))
        .findFirst().orElseThrow(() -> new IllegalArgumentException(name + " is not on the class path"));
  }

  /** Whether a folder is whole and newer than what it was made of. */
  private static boolean isNewer(Path folder, Path... sources) throws IOException {
    Path index = folder.resolve(INDEX);
    if (!Files.exists(index)) {
      return false;
    }
    for (Path source : sources) {
      if (Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(index)) >= 0) {
        return false;
      }
    }
    List<String> lines = Files.readAllLines(index);
    for (String line : lines.subList(1, lines.size())) {
      String[] entry = line.split(" ");
      Path file = folder.resolve(entry[2]);
      if (!Files.exists(file) || Files.size(file) != Long.parseLong(entry[1])) {
        return false;
      }
    }
    return true;
  }

  private static void write(Path jar, String platform, String version, Path folder) throws IOException {
    if (!FILES.containsKey(platform)) {
      throw new IllegalArgumentException("no list of files for '" + platform + "', only for " + FILES.keySet());
    }
    Map<String, String> names = new LinkedHashMap<>();
    FILES.get(platform).forEach(file -> names.put(file, ownName(file)));
    delete(folder);
    Files.createDirectories(folder);
    StringBuilder index = new StringBuilder("OpenBLAS " + version + "\n");
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Map.Entry<String, String> name : names.entrySet()) {
        byte[] library = read(zip, "org/bytedeco/openblas/" + platform + "/" + name.getKey());
        if (name.getKey().contains(".so.")) {
          Elf elf = new Elf(name.getKey(), library);
          elf.rename(names);
          if (name.getKey().startsWith("libopenblas.")) {
            elf.bindOwnSymbolsFirst();
          }
        }
        CRC32 crc = new CRC32();
        crc.update(library);
        Files.write(folder.resolve(name.getValue()), library);
        index.append(String.format(Locale.ROOT, "%08x %d %s\n", crc.getValue(), library.length, name.getValue()));
      }
    }
    // Last and at once: where it stands, all else does.
    Path temporary = Files.writeString(folder.resolve(INDEX + ".new"), index);
    Files.move(temporary, folder.resolve(INDEX), StandardCopyOption.ATOMIC_MOVE);
  }

  /** libopenblas.so.0 becomes openblas-ruru.so, which is as long. A Mac's run-time libraries ask for each other. */
  static String ownName(String file) {
    return file.matches("lib[a-z]+[.]so[.][0-9]") ? file.substring(3, file.length() - 5) + "-ruru.so"
        : file.replaceFirst("^libopenblas([.]0)?[.]", "openblas-ruru.");
  }

  private static byte[] read(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException(zip.getName() + " holds no " + name);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      List<Path> files;
      try (Stream<Path> all = Files.walk(path)) {
        files = all.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  /**
   * The dynamic section of a shared library in the ELF format (64 bits, little-endian), changed in place. What is to be
   * replaced must be exactly what was expected; else the build fails.
   */
  static final class Elf {
    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final long DT_NULL = 0;
    private static final long DT_NEEDED = 1;
    private static final long DT_STRTAB = 5;
    private static final long DT_STRSZ = 10;
    private static final long DT_SONAME = 14;
    private static final long DT_SYMBOLIC = 16;
    private static final long DT_RELACOUNT = 0x6ffffff9L;
    private static final long DT_VERNEED = 0x6ffffffeL;
    private static final long DT_VERNEEDNUM = 0x6fffffffL;
    /** What every Linux with this processor's C library has. */
    private static final String BASE = "lib(c|m|pthread|dl|rt|gcc_s)[.]so[.][0-9]|ld-linux-[a-z0-9-]+[.]so[.][0-9]";
    private static final int ENTRY_BYTES = 16;

    private final String file;
    private final ByteBuffer bytes;
    /** Where each entry of the dynamic section stands in the file. */
    private final List<Integer> entries = new ArrayList<>();
    private final int strings;
    private final int stringsEnd;

    Elf(String file, byte[] library) throws IOException {
      this.file = file;
      bytes = ByteBuffer.wrap(library).order(ByteOrder.LITTLE_ENDIAN);
      check(library.length > 64 && bytes.getInt(0) == 0x464c457f && library[4] == 2 && library[5] == 1,
          "it is no 64-bit little-endian ELF file");
      int header = header(PT_DYNAMIC, 0);
      int at = Math.toIntExact(bytes.getLong(header + 8));
      int end = at + Math.toIntExact(bytes.getLong(header + 32));
      for (; at < end && bytes.getLong(at) != DT_NULL; at += ENTRY_BYTES) {
        entries.add(at);
      }
      strings = offset(value(DT_STRTAB));
      stringsEnd = strings + Math.toIntExact(value(DT_STRSZ));
    }

    /** Its own name and those of the libraries that it asks for; each new name must be as long as the old one. */
    void rename(Map<String, String> names) throws IOException {
      Set<Integer> places = new TreeSet<>();
      for (int entry : entries) {
        long tag = bytes.getLong(entry);
        if (tag == DT_SONAME || tag == DT_NEEDED) {
          String name = string(bytes.getLong(entry + 8));
          if (names.containsKey(name)) {
            places.add(Math.toIntExact(bytes.getLong(entry + 8)));
          } else {
            check(tag == DT_NEEDED && name.matches(BASE), "it names '" + name + "', expected " + names.keySet()
                + " or a library of every system");
          }
        }
      }
      check(string(value(DT_SONAME)).equals(file), "it calls itself '" + string(value(DT_SONAME)) + "'");
      for (long name : versionsNeededOf()) {
        check(places.contains((int) name) || !names.containsKey(string(name)),
            "versions are asked of a second '" + string(name) + "'");
      }
      for (int place : places) {
        String old = string(place);
        byte[] name = names.get(old).getBytes(StandardCharsets.US_ASCII);
        check(name.length == old.length(), "'" + names.get(old) + "' is not as long as '" + old + "'");
        check(bytes.get(strings + place - 1) == 0 && count(old) == 1, "'" + old + "' is part of another name");
        bytes.put(strings + place, name);
      }
    }

    /** As if linked with -Bsymbolic. The place is that of an entry which only tells the loader a number beforehand. */
    void bindOwnSymbolsFirst() throws IOException {
      check(entries.stream().noneMatch(e -> bytes.getLong(e) == DT_SYMBOLIC), "it has DT_SYMBOLIC already");
      List<Integer> spare = entries.stream().filter(e -> bytes.getLong(e) == DT_RELACOUNT).toList();
      check(spare.size() == 1, "it has " + spare.size() + " entries DT_RELACOUNT");
      bytes.putLong(spare.get(0), DT_SYMBOLIC).putLong(spare.get(0) + 8, 0);
    }

    /** The offsets of the names of the libraries of which it asks for versions of symbols. */
    private List<Long> versionsNeededOf() throws IOException {
      List<Long> names = new ArrayList<>();
      int at = offset(value(DT_VERNEED));
      for (long left = value(DT_VERNEEDNUM); left > 0; left--) {
        names.add((long) bytes.getInt(at + 4));
        at += bytes.getInt(at + 12);
      }
      return names;
    }

    private int count(String text) {
      int found = 0;
      for (int at = strings; at < stringsEnd; at = endOfString(at) + 1) {
        String each = text(at);
        found += each.contains(text) ? 1 : 0;
      }
      return found;
    }

    private String string(long offset) throws IOException {
      check(offset > 0 && offset < stringsEnd - strings, "a name stands outside of its table");
      return text(strings + (int) offset);
    }

    private String text(int at) {
      return new String(bytes.array(), at, endOfString(at) - at, StandardCharsets.US_ASCII);
    }

    private int endOfString(int at) {
      int end = at;
      while (end < stringsEnd && bytes.get(end) != 0) {
        end++;
      }
      return end;
    }

    private long value(long tag) throws IOException {
      List<Integer> found = entries.stream().filter(e -> bytes.getLong(e) == tag).toList();
      check(found.size() == 1, "it has " + found.size() + " dynamic entries with tag 0x" + Long.toHexString(tag));
      return bytes.getLong(found.get(0) + 8);
    }

    /** Where an address of memory stands in the file. */
    private int offset(long address) throws IOException {
      int header = header(PT_LOAD, address);
      return Math.toIntExact(address - bytes.getLong(header + 16) + bytes.getLong(header + 8));
    }

    /** The program header of a type, for PT_LOAD of the segment that holds the address. */
    private int header(int type, long address) throws IOException {
      int at = Math.toIntExact(bytes.getLong(32));
      for (int left = bytes.getShort(56); left > 0; left--, at += bytes.getShort(54)) {
        long from = bytes.getLong(at + 16);
        if (bytes.getInt(at) == type
            && (type != PT_LOAD || address >= from && address < from + bytes.getLong(at + 32))) {
          return at;
        }
      }
      throw new IOException(file + ": no program header of type " + type);
    }

    private void check(boolean expected, String message) throws IOException {
      if (!expected) {
        throw new IOException(file + " is not as expected, so it was not changed: " + message);
      }
    }
  }
}
