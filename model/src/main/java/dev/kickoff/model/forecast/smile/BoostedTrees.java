package dev.kickoff.model.forecast.smile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import smile.base.cart.InternalNode;
import smile.base.cart.Loss;
import smile.base.cart.Node;
import smile.base.cart.RegressionNode;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.type.StructType;
import smile.math.MathEx;
import smile.regression.GradientTreeBoost;

/**
 * Gradient boosted regression trees, fitted by Smile and kept as flat arrays.
 *
 * <p>Inputs are put into at most {@value #BINS} bins by their quantiles before the fit, which makes
 * it fast and lets every split be read back as an edge between two bins. See Friedman, "Greedy
 * Function Approximation: A Gradient Boosting Machine" (2001). The same rows and seed give the same
 * trees.
 */
public final class BoostedTrees {
  private static final int BINS = 32;
  private static final String TARGET = "target";

  private final double intercept;
  private final int[] feature;
  private final double[] value;
  private final int[] right;
  private final int[] roots;

  /**
   * How trees are grown.
   *
   * @param trees how many
   * @param depth of each, at most
   * @param leafRows the fewest rows of a leaf
   * @param shrinkage share of each tree's answer that is kept, 0..1
   * @param seed of the draw of rows for each tree
   */
  public record Growth(int trees, int depth, int leafRows, double shrinkage, long seed) {}

  /** Flat trees while they are gathered, each node before its children, the left one first. */
  private static final class Gathering {
    private final List<Integer> feature = new ArrayList<>();
    private final List<Double> value = new ArrayList<>();
    private final List<Integer> right = new ArrayList<>();
    private final StructType schema;
    private final double[][] edges;

    Gathering(StructType schema, double[][] edges) {
      this.schema = schema;
      this.edges = edges;
    }

    int size() {
      return feature.size();
    }

    void add(Node node, double scale) {
      int at = size();
      if (node instanceof InternalNode inner) {
        feature.add(inner.feature());
        value.add(edge(inner));
        right.add(0);
        add(inner.trueChild(), scale);
        right.set(at, size());
        add(inner.falseChild(), scale);
      } else {
        feature.add(-1);
        value.add(scale * ((RegressionNode) node).output());
        right.add(0);
      }
    }

    /** Inputs below the edge go left. */
    private double edge(InternalNode node) {
      double[] own = edges[node.feature()];
      double[] probe = new double[schema.length()];
      int bin = 0;
      while (bin < own.length) {
        probe[node.feature()] = bin + 1;
        if (!node.branch(Tuple.of(probe, schema))) {
          break;
        }
        bin++;
      }
      return bin < own.length ? own[bin] : Double.POSITIVE_INFINITY;
    }
  }

  private BoostedTrees(double intercept, Gathering nodes, int[] roots) {
    this.intercept = intercept;
    this.feature = nodes.feature.stream().mapToInt(Integer::intValue).toArray();
    this.value = nodes.value.stream().mapToDouble(Double::doubleValue).toArray();
    this.right = nodes.right.stream().mapToInt(Integer::intValue).toArray();
    this.roots = roots;
  }

  /**
   * Fits trees to rows by least squares.
   *
   * @param rows finite inputs, each as long as the others
   * @param targets one for each row
   */
  public static BoostedTrees fit(double[][] rows, double[] targets, Growth growth) {
    int inputs = rows[0].length;
    double[][] edges = new double[inputs][];
    for (int f = 0; f < inputs; f++) {
      edges[f] = edges(rows, f);
    }
    double[][] table = new double[rows.length][inputs + 1];
    for (int i = 0; i < rows.length; i++) {
      for (int f = 0; f < inputs; f++) {
        table[i][f] = bin(edges[f], rows[i][f]);
      }
      table[i][inputs] = targets[i];
    }
    String[] names = IntStream.rangeClosed(0, inputs).mapToObj(f -> "x" + f).toArray(String[]::new);
    names[inputs] = TARGET;
    MathEx.setSeed(growth.seed());
    GradientTreeBoost fitted =
        GradientTreeBoost.fit(
            Formula.lhs(TARGET),
            DataFrame.of(table, names),
            Loss.ls(),
            growth.trees(),
            growth.depth(),
            1 << growth.depth(),
            growth.leafRows(),
            growth.shrinkage(),
            0.7);
    return flat(fitted, targets, growth, edges);
  }

  private static BoostedTrees flat(
      GradientTreeBoost fitted, double[] targets, Growth growth, double[][] edges) {
    Gathering nodes = new Gathering(fitted.trees()[0].schema(), edges);
    int[] roots = new int[fitted.trees().length];
    for (int t = 0; t < roots.length; t++) {
      roots[t] = nodes.size();
      nodes.add(fitted.trees()[t].root(), growth.shrinkage());
    }
    double mean = Arrays.stream(targets).average().orElse(0);
    return new BoostedTrees(mean, nodes, roots);
  }

  /** What the trees answer for an input row. */
  public double predict(double[] row) {
    double sum = intercept;
    for (int root : roots) {
      int at = root;
      while (feature[at] >= 0) {
        at = row[feature[at]] < value[at] ? at + 1 : right[at];
      }
      sum += value[at];
    }
    return sum;
  }

  private static double[] edges(double[][] rows, int f) {
    double[] sorted = Arrays.stream(rows).mapToDouble(row -> row[f]).sorted().toArray();
    double[] edges = new double[BINS - 1];
    int count = 0;
    for (int b = 1; b < BINS; b++) {
      double edge = sorted[(int) ((long) b * sorted.length / BINS)];
      if (edge > sorted[0] && (count == 0 || edge > edges[count - 1])) {
        edges[count++] = edge;
      }
    }
    return Arrays.copyOf(edges, count);
  }

  /** How many edges lie at or below the value. */
  private static int bin(double[] edges, double value) {
    int bin = 0;
    while (bin < edges.length && edges[bin] <= value) {
      bin++;
    }
    return bin;
  }
}
