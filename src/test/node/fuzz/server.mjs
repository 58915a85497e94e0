// One HTTP client for all: a few connections that stay open.
import http from 'node:http';
import { unzipSync } from 'node:zlib';

export class Server {
  #base;
  #agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

  constructor(base) {
    this.#base = new URL(base);
  }

  /** Sends a request as clients do: once more where others were quicker, as long as it is no habit. */
  async send(request) {
    const answer = await this.#answered(request);
    return answer.json?.code === 'busy' ? this.#answered(request) : answer;
  }

  /** As it stands; a connection that the server has closed meanwhile is no answer, so it is sent again. */
  async #answered(request) {
    try {
      return await this.#once(request);
    } catch (error) {
      if (!error.reused) {
        throw error;
      }
      return this.#once(request);
    }
  }

  #once({ method, path, headers, body }) {
    return new Promise((resolve, reject) => {
      const began = Date.now();
      const request = http.request({ host: this.#base.hostname, port: this.#base.port, agent: this.#agent, method, path, headers });
      request.setTimeout(20_000, () => request.destroy(new Error('no answer in 20 s')));
      request.on('error', (error) => reject(Object.assign(error, { reused: request.reusedSocket })));
      request.on('response', (response) => {
        const type = (response.headers['content-type'] ?? '').replace(/;.*/, '');
        const chunks = [];
        const done = () => {
          const bytes = Buffer.concat(chunks);
          const text = String(response.headers['content-encoding'] && bytes.length > 0 ? unzipSync(bytes) : bytes);
          const json = type.endsWith('json') && !type.endsWith('ndjson') ? JSON.parse(text || 'null') : undefined;
          resolve({ status: response.statusCode, type, headers: response.headers, text, json, millis: Date.now() - began });
        };
        if (type === 'text/event-stream') {
          // goes on as long as the work does: its beginning is enough
          response.once('data', () => response.destroy()).on('close', done);
        }
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', done);
        response.on('error', reject);
      });
      request.end(body);
    });
  }

  close() {
    this.#agent.destroy();
  }
}
