/** Models of languages by ONNX Runtime: what a text means, as far as a machine can tell. */
package amends.knowledge.onnx;
