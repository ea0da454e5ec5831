# The embedded engine has no build for musl, so not Alpine.
FROM node:20.20.2-bookworm-slim

ENV NODE_ENV=production
WORKDIR /app

COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force

COPY LICENSE tsconfig.json ./
COPY bin bin
COPY samples samples
COPY graph graph
COPY ingest ingest
COPY web web
RUN npm run build && mkdir -p .lacuna && chown node:node .lacuna

USER node
VOLUME /app/.lacuna
EXPOSE 4747
HEALTHCHECK --interval=10s --timeout=3s --start-period=180s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4747/api/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# NOTE: without a shell in between, so that the program itself is told to stop.
ENTRYPOINT ["node", "bin/lacuna.mjs"]
CMD ["start", "--host", "0.0.0.0"]
