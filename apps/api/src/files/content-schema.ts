/** How a file stands in the OpenAPI document, on its way in and out. */
const binary = { type: 'string', format: 'binary' };

export const uploadSchema = { type: 'object', required: ['file'], properties: { file: binary } };

/** A file is answered as what it is; what is unknown, as octets. */
export const contentSchema = { content: { 'application/octet-stream': { schema: binary }, '*/*': { schema: binary } } };
