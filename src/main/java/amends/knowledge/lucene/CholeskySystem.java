package amends.knowledge.lucene;

/** Solves {@code M x = b} for many b at once, where M is symmetric and positive. Unchangeable; any thread. */
final class CholeskySystem {
    private final double[][] lower;

    /** @param matrix its lower half is read @param more is added to its diagonal */
    CholeskySystem(float[][] matrix, double[] more) {
        int n = matrix.length;
        lower = new double[n][];
        for (int i = 0; i < n; i++) {
            var row = new double[i + 1];
            for (int j = 0; j < i; j++) row[j] = (matrix[i][j] - product(row, lower[j], j)) / lower[j][j];
            row[i] = Math.sqrt(Math.max(matrix[i][i] + more[i] - product(row, row, i), more[i] / 2));
            lower[i] = row;
        }
    }

    /** Four sums at once: one after another would wait for each other. */
    private static double product(double[] one, double[] other, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }
        for (; i < length; i++) a += one[i] * other[i];
        return a + b + c + d;
    }

    /** @param rows a right side in each column; they hold what solves it afterwards */
    void solve(float[][] rows) {
        int n = rows.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) subtract(rows[i], rows[j], lower[i][j]);
            divide(rows[i], lower[i][i]);
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) subtract(rows[i], rows[j], lower[j][i]);
            divide(rows[i], lower[i][i]);
        }
    }

    private static void subtract(float[] from, float[] row, double times) {
        if (times == 0) return;
        float often = (float) times;
        for (int k = 0; k < from.length; k++) from[k] -= often * row[k];
    }

    private static void divide(float[] row, double by) {
        for (int k = 0; k < row.length; k++) row[k] /= (float) by;
    }
}
