import type { Client, ClientPathsWithMethod, MaybeOptionalInit, MethodResponse } from 'openapi-fetch';
import type { components, paths, webhooks } from './schema.js';

/** The shapes of requests and answers, by their names in the OpenAPI document. */
export type Schemas = components['schemas'];

/** What can be had in several types is asked for as JSON. */
export type Http = Client<paths, 'application/json'>;
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type PathOf<M extends Method> = ClientPathsWithMethod<Http, M>;

type Init<Path extends keyof paths, M extends Method> = MaybeOptionalInit<paths[Path], M>;
type InitOf<I> = undefined extends I ? [init?: I] : [init: I];

/** Whole, unless the request itself asks for parts with `include`. */
type AsAsked<Answer, I> = I extends { params: { query: { include: string } } }
  ? Answer
  : Exclude<Answer, { included: string[] }>;

/** What a success holds; nothing for 204. */
type AnswerOf<M extends Method, Path extends PathOf<M>, I = unknown> = [MethodResponse<Http, M, Path, I>] extends [
  never,
]
  ? undefined
  : AsAsked<MethodResponse<Http, M, Path, I>, I>;

/** One method of HTTP: a path of the document, and whatever its operation takes. */
export type Ask<M extends Method> = <Path extends PathOf<M>, I extends Init<Path, M>>(
  path: Path,
  ...init: InitOf<I>
) => Promise<AnswerOf<M, Path, I>>;

interface Page {
  data: unknown[];
  next: string | null;
}

/** The paths that answer page by page. */
export type ListPath = {
  [Path in PathOf<'get'>]: AnswerOf<'get', Path> extends Page ? Path : never;
}[PathOf<'get'>];

export type RowOf<Path extends ListPath> = AnswerOf<'get', Path> extends { data: Array<infer Row> } ? Row : never;
export type ListInit<Path extends ListPath> = InitOf<Init<Path, 'get'>>;

type BodyOf<Hook> = Hook extends { post: { requestBody: { content: { 'application/json': infer Body } } } }
  ? Body
  : never;

/** The body of a webhook; its `type` tells which. */
export type WebhookEvent = { [Type in keyof webhooks]: BodyOf<webhooks[Type]> }[keyof webhooks];
