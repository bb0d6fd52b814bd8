package ruru.data;

/**
 * Something in an {@link ImageFolder} that gave no row.
 *
 * @param name   relative to the folder
 * @param reason in words
 */
public record PassedOver(String name, String reason) {}
