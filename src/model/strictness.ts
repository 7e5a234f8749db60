/**
 * How a bundle's text is judged. `strict`: what the standard asks for, everything else is named and refused.
 * `lenient`: what can be read by proof is read, with a warning.
 */
export type Strictness = 'strict' | 'lenient';
