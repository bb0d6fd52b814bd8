package weka.core.neural.compare;

import java.nio.file.Path;

/**
 * A picture for the report.
 *
 * @param title what it shows, as a heading
 * @param caption how to read it
 * @param file the picture as PNG
 */
record Picture(String title, String caption, Path file) {}
