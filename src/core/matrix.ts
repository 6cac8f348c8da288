/** The project's one door to ml-matrix. */
export { Matrix, solve } from "ml-matrix";
