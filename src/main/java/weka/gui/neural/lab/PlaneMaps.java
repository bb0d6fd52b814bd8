package weka.gui.neural.lab;

import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.core.neural.lab.LabRun;
import weka.core.neural.lab.NeuronMap;
import weka.core.neural.lab.Plane;

/**
 * What a network does in a plane at one moment.
 *
 * @param predicted for each point the probability of each class, or a number
 * @param neurons   by column and neuron; null if the network cannot be drawn neuron by neuron
 * @param pictures  of the neurons
 */
record PlaneMaps(LabRun run, Plane plane, double[][] predicted, @Nullable List<List<NeuronMap>> neurons,
    List<List<BufferedImage>> pictures) {}
