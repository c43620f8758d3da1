# Not built where it was written: there was no container engine. See docs/deploy.md.
FROM node:24-bookworm-slim AS build
WORKDIR /opt/millet
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/var/lib/millet
WORKDIR /opt/millet
RUN install -d -o node -g node /var/lib/millet && chown node:node /opt/millet
COPY --from=build --chown=node:node /opt/millet /opt/millet
USER node
VOLUME /var/lib/millet
EXPOSE 3000
# The first start migrates the database, which may take a while.
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s \
  CMD node -e "fetch('http://127.0.0.1:'+process.env.PORT+'/api/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["node", "scripts/run.mjs", "scripts/start.ts"]
