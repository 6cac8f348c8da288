/** The project's one door to ml-matrix. */
export { EigenvalueDecomposition, Matrix, solve } from "ml-matrix";
