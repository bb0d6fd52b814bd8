package ruru.data;

/**
 * Something in an {@link ImageFolder} that was skipped.
 *
 * @param name   relative to the folder
 * @param reason why, as text
 */
public record PassedOver(String name, String reason) {}
