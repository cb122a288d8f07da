import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiNotModifiedResponse } from '@nestjs/swagger';
import { Problem, sha256Hex } from '#kernel';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { ApiRequest } from './access.js';

/**
 * A resource that counts no versions of its own is tagged by what it answers, and whoever has that already is told so by
 * 304 (RFC 9110 §13.1.2). Not for what moves by itself, such as a clock's remaining seconds.
 */
export const Tagged = () => applyDecorators(TaggedChange(), MayBeKnown());

/** What a change has made of such a resource carries its new tag. */
export const TaggedChange = () => UseInterceptors(new ContentTag());

/** In the OpenAPI document: 304, without a body. */
export const MayBeKnown = () =>
  ApiNotModifiedResponse({ description: 'What would be answered is what `If-None-Match` names.' });

class ContentTag implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<object>): Observable<object | void> {
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<ApiRequest>(), http.getResponse<FastifyReply>()];
    return next.handle().pipe(
      map((answer) => {
        reply.header('Cache-Control', 'private, no-cache');
        return unlessKnown(request, reply, answer, tagOf(answer));
      }),
    );
  }
}

/** The answer, or 304 for whoever has it already. */
export function unlessKnown<T>(request: ApiRequest, reply: FastifyReply, answer: T, tag: string): T | void {
  reply.header('ETag', tag);
  if (request.method !== 'GET' || !tagsIn(request.headers['if-none-match']).some(among(tag))) return answer;
  reply.status(304);
}

/**
 * A change is made to what its maker has read: where `If-Match` names something else than what `read` finds, which holds
 * it until the end of the transaction, 412 with what it is now.
 */
export async function requireTag(request: ApiRequest, read: () => Promise<object>): Promise<void> {
  const tags = tagsIn(request.headers['if-match']);
  if (tags.length === 0) return;
  const current = await read();
  if (tags.some(among(tagOf(current)))) return;
  throw new Problem('stale_version', {
    detail: 'It was changed since you read it; read it again.',
    extra: { current },
  });
}

export function tagOf(answer: object): string {
  return `"${sha256Hex(JSON.stringify(answer)).slice(0, 32)}"`;
}

function tagsIn(header: string | undefined): string[] {
  return header?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
}

const among = (tag: string) => (one: string) => one === tag || one === '*';
