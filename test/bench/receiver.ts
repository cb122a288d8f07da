import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A platform's own server in small, in a process of its own: reads what it is sent and answers 204. */
const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(204).end());
});
server.keepAliveTimeout = 30_000;
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
