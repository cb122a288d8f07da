import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiOperation, DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { Deprecated } from './deprecated.js';

@Controller('old')
class OldController {
  @Get()
  @Deprecated({ since: '2027-03-01', sunset: '2028-03-01', successor: '/v1/new' })
  @ApiOperation({ summary: 'The old way' })
  read() {
    return { ok: true };
  }
}

@Module({ controllers: [OldController] })
class OldModule {}

it('an operation that is superseded says since when, until when and what takes its place', async () => {
  const app = await NestFactory.create<NestFastifyApplication>(OldModule, new FastifyAdapter(), { logger: false });
  await app.init();
  const { statusCode, headers } = await app.inject('/old');
  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({
    deprecation: '@1803859200',
    sunset: 'Wed, 01 Mar 2028 00:00:00 GMT',
    link: '</v1/new>; rel="successor-version", </docs>; rel="deprecation"; type="text/html"',
  });
  const document = SwaggerModule.createDocument(app, new DocumentBuilder().build());
  expect(document.paths['/old']!.get).toMatchObject({ deprecated: true, summary: 'The old way' });
  await app.close();
});
