package ruru;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** What tests read in a shared library in the ELF format, by its section headers. */
public final class ElfFile {
  private static final int SHT_DYNAMIC = 6;
  private static final int SHT_DYNSYM = 11;

  private final ByteBuffer bytes;

  public ElfFile(byte[] library) {
    bytes = ByteBuffer.wrap(library).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The entries of the dynamic section with a tag: names for DT_NEEDED (1) and DT_SONAME (14). */
  public List<String> names(int tag) {
    int section = section(SHT_DYNAMIC);
    List<String> names = new ArrayList<>();
    for (long value : values(tag)) {
      names.add(name(section, value));
    }
    return names;
  }

  public List<Long> values(int tag) {
    int section = section(SHT_DYNAMIC);
    List<Long> values = new ArrayList<>();
    for (int at = offset(section); at < offset(section) + (int) bytes.getLong(section + 32); at += 16) {
      if (bytes.getLong(at) == tag) {
        values.add(bytes.getLong(at + 8));
      }
    }
    return values;
  }

  /** Where the code of a function begins in the file. */
  public int code(String function) {
    int section = section(SHT_DYNSYM);
    for (int at = offset(section); at < offset(section) + (int) bytes.getLong(section + 32); at += 24) {
      if (name(section, bytes.getInt(at)).equals(function)) {
        int home = header(bytes.getShort(at + 6));
        return (int) (bytes.getLong(at + 8) - bytes.getLong(home + 16)) + offset(home);
      }
    }
    throw new NoSuchElementException(function);
  }

  private String name(int section, long at) {
    int from = offset(header(bytes.getInt(section + 40))) + (int) at;
    int to = from;
    while (bytes.get(to) != 0) {
      to++;
    }
    return new String(bytes.array(), from, to - from, StandardCharsets.US_ASCII);
  }

  private int section(int type) {
    for (int i = 0; i < bytes.getShort(60); i++) {
      if (bytes.getInt(header(i) + 4) == type) {
        return header(i);
      }
    }
    throw new NoSuchElementException("section of type " + type);
  }

  private int header(int section) {
    return (int) bytes.getLong(40) + section * bytes.getShort(58);
  }

  private int offset(int section) {
    return (int) bytes.getLong(section + 24);
  }
}
