# One image for the API, the worker and the migrations; the command says which (docker-compose.yml).
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json nest-cli.json .swcrc ./
COPY apps apps
COPY libs libs
COPY migrations migrations
# the console's client is typed by the API's document
COPY docs/openapi.json docs/openapi.json
# the guide for platforms is served beside the console
COPY docs/integration docs/integration
RUN npm run build

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY --from=build /app/dist dist
COPY libs/directory/data libs/directory/data
COPY LICENSE ./
# where letters are written as files when no MAIL_URL is set, and where uploads arrive
RUN mkdir -p data/mail data/evidence && chown -R node:node data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/livez').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/api/src/main.js"]
