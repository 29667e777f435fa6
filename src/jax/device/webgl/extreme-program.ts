/**
 * A shader for tfjs's WebGL backend: the largest (or smallest) of each `window` neighbours in the rows of a matrix.
 * tfjs's own begins at ∓1e20, which hides all beyond; this one begins at an element. NaN goes through.
 */
export class ExtremeProgram {
  readonly variableNames = ["x"];
  readonly outputShape: number[];
  readonly userCode: string;

  constructor(name: "max" | "min", rows: number, size: number, window: number) {
    this.outputShape = [rows, Math.ceil(size / window)];
    this.userCode = `
      void main() {
        ivec2 coords = getOutputCoords();
        int start = coords[1] * ${window};
        float best = getX(coords[0], start);
        for (int i = 1; i < ${window}; i++) {
          if (start + i >= ${size}) break;
          float value = getX(coords[0], start + i);
          best = isnan(best) ? best : (isnan(value) ? value : ${name}(best, value));
        }
        setOutput(best);
      }`;
  }
}
