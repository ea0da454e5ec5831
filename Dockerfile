# The explorer on its own:
#
#   docker build -t lacuna .
#   docker run -p 127.0.0.1:4747:4747 -e LACUNA_OPEN_ACCESS=on lacuna        for this machine alone, which is why nothing is asked for
#   docker run -p 4747:4747 -e LACUNA_TOKEN="$(openssl rand -hex 24)" lacuna    for other machines, whose readers are asked for the token
#
# It can't see where its port is published, so without either word it says what to set, and ends before it has done anything.

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
