/**
 * The backends of the main script, each with the few kernels it needs: a third of tfjs's size. In unit
 * tests testing/whole-backends.ts stands for it, since Node cannot load single files of these packages.
 */
import "./cpu-backend";
import "./webgl-backend";
