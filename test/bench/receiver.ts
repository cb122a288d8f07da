import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createListener } from 'node:net';

/** Where the servers listen, on this machine. */
export interface ReceiverPorts {
  /** Reads what it is sent and answers 204. */
  healthy: number;
  /** Accepts the connection and never says a word. */
  hanging: number;
}

/** Platforms' own servers in small, in a process of its own. */
const healthy = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(204).end());
});
healthy.keepAliveTimeout = 30_000;
const hanging = createListener((socket) => void socket.on('error', () => undefined));
for (const server of [healthy, hanging]) {
  server.listen(0, 'localhost');
  await once(server, 'listening');
}
const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;
process.send!({ healthy: portOf(healthy), hanging: portOf(hanging) } satisfies ReceiverPorts);
process.on('disconnect', () => process.exit(0));
