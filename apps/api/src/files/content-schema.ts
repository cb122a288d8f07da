/** How a file stands in the OpenAPI document, on its way in and out. */
const binary = { type: 'string', format: 'binary' };

export const uploadSchema = { type: 'object', required: ['file'], properties: { file: binary } };

export const contentSchema = { content: { 'application/octet-stream': { schema: binary } } };
