/** Under these tokens the worker's module provides its configuration and the table of tasks. */
export const CONFIGURATION = Symbol('configuration');
export const TASKS = Symbol('tasks');
