package ruru.nn.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.text.NetworkText;

/** Layers on maps and series refuse what does not fit: which step, what was expected, what came, what to do. */
class ConvErrorsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "12x12x1 | conv 32, maxpool 4, maxpool 4 | step 3 'maxpool 4': input is [3, 3, 32], smaller than the window 4; "
          + "use a smaller window, padding=same, or fewer steps before it that shrink the maps",
      "4x5x1 | conv 3 5x3 padding=valid | step 1 'conv 3 5x3 padding=valid': input is [4, 5, 1], smaller than the "
          + "window 5x3; use a smaller window, padding=same, or fewer steps before it that shrink the maps",
      "4x5x1 | conv 3 3x3 padding=valid dilation=1x3 | step 1 'conv 3 3x3 padding=valid dilation=1x3': input is [4, "
          + "5, 1], smaller than the window 3x3 at dilation 1x3; use a smaller window, padding=same, or fewer steps "
          + "before it that shrink the maps",
      "4x5x6 | conv 8 groups=4 | step 1 'conv 8 groups=4': groups must divide channels and filters, got 4 groups for "
          + "6 channels and 8 filters",
      "4x5x6 | conv 8 groups=3 | step 1 'conv 8 groups=3': groups must divide channels and filters, got 3 groups for "
          + "6 channels and 8 filters",
      "784 | conv 8 | step 1 'conv 8': takes maps [height, width, channels], got [784]; set the input to "
          + "the images' size, such as 28x28x1, or put 'reshape 28x28x1' before it",
      "24x3 | conv 8 | step 1 'conv 8': takes maps [height, width, channels], got [24, 3]; for a series use conv1d",
      "24 | conv1d 8 | step 1 'conv1d 8': takes a series [steps, channels], got [24]; set the input to the "
          + "series' size, such as 100x1, or put 'reshape 100x1' before it",
      "5x5x3 | conv1d 8 | step 1 'conv1d 8': takes a series [steps, channels], got [5, 5, 3]; for maps use conv",
      "5x5x3 | conv 8 3x3x3 | step 1 'conv 8 3x3x3': the window must be one number or two, such as 3x2, got 3x3x3",
      "5x5x3 | conv 8 padding=some | step 1 'conv 8 padding=some': padding must be same, valid or zeros on each side, "
          + "such as 1 or 2x1, got 'some'",
      "5x5x3 | conv 8 padding=-1 | step 1 'conv 8 padding=-1': padding must be same, valid or zeros on each side, "
          + "such as 1 or 2x1, got '-1'",
      "24x3 | conv1d 8 padding=1x1 | step 1 'conv1d 8 padding=1x1': padding must be same, valid or zeros on each "
          + "side, such as 1 or 2x1, got '1x1' for a single axis",
      "5x5x3 | maxpool 2 0 | step 1 'maxpool 2 0': stride must be a number, two such as 2x1, or 'window', got '0'",
      "24x3 | avgpool 2x2 | step 1 'avgpool 2x2': the window must be one number, got 2x2",
      "5x5x3 | avgpool 2 padding=2 | step 1 'avgpool 2 padding=2': with padding 2 there are windows outside the "
          + "maps; use padding below the window's size, 2, or 'same'",
      "5x5x3 | maxpool 2 1 padding=3x0 | step 1 'maxpool 2 1 padding=3x0': with padding 3x0 there are windows "
          + "outside the maps; use padding below the window's size, 2, or 'same'",
      "10 | globalavgpool | step 1 'globalavgpool': takes maps [height, width, channels] or a series [steps, "
          + "channels], got [10]; give it one of these shapes by a step before it, such as 'reshape 28x28x1'",
      "9x9x1 | conv 2 as a, conv 3, add a | step 3 'add a': adds outputs of the same shape, but the previous step "
          + "gives [9, "
          + "9, 3] and 'a' gives [9, 9, 2]",
      "9x9x1 | conv 2 as a, conv 3 stride=2, concat a | step 3 'concat a': joins along the last axis, so all other "
          + "axes must agree, but the previous step gives [5, 5, 3] and 'a' gives [9, 9, 2]",
      "8x8x1 | conv 4 relu as p, conv 4, unpool p | step 3 'unpool p': 'p' is not a maxpool; write 'as p' right "
          + "after the maxpool to undo",
      "8x8x1 | conv 4, unpool input | step 2 'unpool input': 'input' is not a maxpool; write 'as input' right after "
          + "the maxpool to undo",
      "8x8x1 | conv 4, unpool p | step 2 'unpool p': there is no earlier step named 'p'; name one by writing 'as p' "
          + "after it",
      "8x8x3 | maxpool 2 as p, conv 4, unpool p | step 3 'unpool p': 'p' gave [4, 4, 3], but the previous step gives "
          + "[4, 4, 4]; both must have the same shape",
      "8x6x3 | crop 3x0x2x4 | step 1 'crop 3x0x2x4': cuts 6 of the 6 positions of an axis of [8, 6, 3], so that "
          + "nothing is left; cut less",
      "8x6x3 | pad 1x2x3 | step 1 'pad 1x2x3': needs one number, two for rows and columns as in 1x2, or four for top, "
          + "bottom, left and right, got '1x2x3'",
      "8x3 | pad one | step 1 'pad one': needs one number, or two for start and end as in 1x2, got 'one'",
      "8x8x3 | pad 99999 | step 1 'pad 99999': its output would have the shape [200006, 200006, 3], more than 2^31 - "
          + "1 numbers; make it smaller",
      "8x3 | upsample 999999999 | step 1 'upsample 999999999': its output would have the shape [7999999992, 3], more "
          + "than 2^31 - 1 numbers; make it smaller",
      "8x3 | upsample 2x2 | step 1 'upsample 2x2': factor must be one number, got 2x2",
      "4x4x3 | deconv 8 padding=5 | step 1 'deconv 8 padding=5': input is [4, 4, 3], from which window 3, stride 1 and "
          + "padding 5 would make -4 positions; use other settings",
  })
  void misfitsAreRefused(String input, String layers, String message) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
        () -> new Network(Shape.parse(input), 2, NetworkText.parse(layers)));
    assertEquals(message, e.getMessage());
  }
}
