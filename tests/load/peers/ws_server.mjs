// Broadcasts what a member of a room says to all its members, with Node and `ws`; stores nothing.
// Answers any other request 200. Usage: node ws_server.mjs PORT
import { createServer } from "node:http";
import { WebSocket, WebSocketServer } from "ws";

const rooms = new Map();
const server = createServer((_request, response) => response.end("ok"));
const sockets = new WebSocketServer({ server, perMessageDeflate: false });

sockets.on("connection", (socket, request) => {
  const room = rooms.get(request.url) ?? new Set();
  rooms.set(request.url, room.add(socket));
  socket.on("message", (post) => {
    for (const member of room) {
      if (member.readyState === WebSocket.OPEN) member.send(post, { binary: false });
    }
  });
  socket.on("close", () => room.delete(socket));
});

server.listen({ host: "127.0.0.1", port: Number(process.argv[2] ?? 0), backlog: 4096 }, () => {
  process.stdout.write(JSON.stringify({ ready: true, port: server.address().port }) + "\n");
});
