package org.coterie.meaning;

import java.util.List;

/** Logistic regression with an L2 penalty, fitted by Newton's method. */
final class Regression {

    private static final double PENALTY = 2;
    private static final int STEPS = 30;

    private Regression() {}

    /** Features of a pair, whether it means the same, and how much it counts. */
    record Pair(List<Double> features, boolean same, double weight) {}

    /** The weights of the features as they are, and the one that is always added last. */
    static double[] fit(List<Pair> pairs) {
        int n = pairs.get(0).features.size();
        double[] scale = scale(pairs, n);
        double[] weights = new double[n + 1];
        for (int step = 0; step < STEPS; step++) {
            double[][] system = new double[n + 1][n + 2];
            for (var pair : pairs) {
                double[] x = scaled(pair, scale);
                double error = probability(weights, x) - (pair.same ? 1 : 0);
                double p = probability(weights, x);
                for (int i = 0; i <= n; i++) {
                    system[i][n + 1] += pair.weight * error * x[i];
                    for (int j = 0; j <= n; j++) {
                        system[i][j] += pair.weight * p * (1 - p) * x[i] * x[j];
                    }
                }
            }
            for (int i = 0; i < n; i++) {
                system[i][n + 1] += PENALTY * weights[i];
                system[i][i] += PENALTY;
            }
            double[] change = solve(system);
            for (int i = 0; i <= n; i++) {
                weights[i] -= change[i];
            }
        }
        for (int i = 0; i < n; i++) {
            weights[i] /= scale[i];
        }
        return weights;
    }

    /** The probability with these weights. */
    static double probability(double[] weights, List<Double> features) {
        double[] x = new double[features.size() + 1];
        for (int i = 0; i < features.size(); i++) {
            x[i] = features.get(i);
        }
        x[features.size()] = 1;
        return probability(weights, x);
    }

    private static double probability(double[] weights, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * x[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** The standard deviation of each feature, so that the penalty means the same for all. */
    private static double[] scale(List<Pair> pairs, int n) {
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            int one = i;
            double mean = pairs.stream()
                    .mapToDouble(pair -> pair.features.get(one))
                    .average()
                    .orElseThrow();
            double variance = pairs.stream()
                    .mapToDouble(pair -> Math.pow(pair.features.get(one) - mean, 2))
                    .average()
                    .orElseThrow();
            scale[i] = Math.sqrt(variance) + 1e-9;
        }
        return scale;
    }

    private static double[] scaled(Pair pair, double[] scale) {
        double[] x = new double[scale.length + 1];
        for (int i = 0; i < scale.length; i++) {
            x[i] = pair.features.get(i) / scale[i];
        }
        x[scale.length] = 1;
        return x;
    }

    /** Gauss with pivots; the right side is the last column. */
    private static double[] solve(double[][] system) {
        int n = system.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
            }
            double[] swapped = system[column];
            system[column] = system[pivot];
            system[pivot] = swapped;
            for (int row = 0; row < n; row++) {
                if (row != column) {
                    double factor = system[row][column] / system[column][column];
                    for (int i = column; i <= n; i++) {
                        system[row][i] -= factor * system[column][i];
                    }
                }
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = system[i][n] / system[i][i];
        }
        return solution;
    }
}
