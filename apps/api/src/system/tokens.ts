export const METRICS = Symbol('metrics');
