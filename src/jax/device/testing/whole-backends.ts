/** Stands for ../tfjs-backends in unit tests: tfjs's packages as Node loads them. */
import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-backend-webgl";
