/** A part of an OpenAPI 3.1 document: a JSON Schema. */
export type Schema = Record<string, unknown>;
/** What a call takes beside its body. */
export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: Schema;
};
/** One call. */
export type Operation = {
  operationId: string;
  summary: string;
  description: string;
  'x-scope': string;
  security: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: { required: true; content: { 'application/json': { schema: Schema } } };
  responses: Record<string, { description: string; content?: { 'application/json': { schema: Schema } } }>;
};
/** The document, as far as it is made and shown. */
export type OpenApi = {
  openapi: '3.1.0';
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, Schema> };
} & Record<string, unknown>;
