export { readIdentifier } from './domain/identifiers/schemes.js';
