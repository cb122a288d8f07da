/** Under this token the application's module provides its validated `Configuration`. */
export const CONFIGURATION = Symbol('configuration');
