"""The program from outside, over HTTP and WebSocket."""
