/** Under this token the module provides the store of contents, an `ObjectStore`. */
export const OBJECT_STORE = Symbol('object store');
