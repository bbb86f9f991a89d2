import type { Headers } from './headers.ts';
import { immutablePrefix } from './headers.ts';
import type { Hosting } from './publish.ts';
import { methods, notFoundFile } from './site-files.ts';
import { knownTypes } from './types.ts';

/**
 * A complete nginx configuration, made from the same rules as the embedded server.
 * Start it in `out/` with `nginx -p . -c nginx.conf`; it needs no privileges, and listens on port 8080.
 */
export function nginxConfiguration({ headers, redirects, files }: Hosting): string {
  const changing = headers.changing['Cache-Control'] ?? '';
  const immutable = headers.immutable['Cache-Control'] ?? '';
  const types = knownTypes.map(
    ([extension, type]) => `    ${type.replace('; charset=utf-8', '')} ${extension};`,
  );
  const charset = new Set(
    knownTypes
      .filter(([, type]) => type.includes('charset'))
      .map(([, type]) => type.replace('; charset=utf-8', '')),
  );
  const addresses = Object.entries(files).map(([address, file]) => `    ${quote(address)} ${quote(file)};`);
  const moved = Object.entries(redirects).map(([from, to]) => `    ${quote(from)} ${quote(to)};`);
  const allowedMethods = methods.join(', ');
  return `# Made by the build. Change publish/nginx.ts, not this file.
daemon off;
pid nginx.pid;
error_log stderr warn;
worker_processes auto;
events {
  worker_connections 1024;
}
http {
  access_log off;
  server_tokens off;
  sendfile on;
  tcp_nopush on;
  keepalive_timeout 30s;
  client_body_timeout 10s;
  client_header_timeout 10s;
  send_timeout 10s;
  client_max_body_size 1k;
  large_client_header_buffers 4 8k;
  client_body_temp_path tmp;
  proxy_temp_path tmp;
  fastcgi_temp_path tmp;
  uwsgi_temp_path tmp;
  scgi_temp_path tmp;
  types {
${types.join('\n')}
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types ${[...charset].filter((type) => type !== 'text/html').join(' ')};
  gzip_static on;
  gzip_vary on;
  # With Debian's libnginx-mod-http-brotli-static:  brotli_static on;

  # The path as it was asked, before any clean-up by nginx.
  map $request_uri $path {
    "~^(?<asked>[^?]*)" $asked;
  }
  map_hash_bucket_size 512;
  map_hash_max_size 16384;
  # One file for each address; every other address is a 404.
  map $path $file {
    default "";
${addresses.join('\n')}
  }
  # Addresses that lead to another one.
  map $path $moved {
    default "";
${moved.join('\n')}
  }
  map $path $caching {
    default ${quote(changing)};
    "~^${immutablePrefix}" ${quote(immutable)};
  }
  map $request_method $allowed {
    default ${quote(allowedMethods)};
    GET "";
    HEAD "";
  }

  server {
    listen 8080;
    listen [::]:8080;
    root site;
    merge_slashes off;
    absolute_redirect off;
    error_page 404 405 ${notFoundFile};
${addHeaders(headers.always)}
    add_header Cache-Control $caching always;
    add_header Allow $allowed always;

    location = ${notFoundFile} {
      internal;
    }
    location / {
      if ($allowed) {
        return 405;
      }
      if ($moved) {
        return 301 $moved$is_args$args;
      }
      try_files $file =404;
    }
  }
}
`;
}

function addHeaders(headers: Headers): string {
  return Object.entries(headers)
    .map(([name, value]) => `    add_header ${name} ${quote(value)} always;`)
    .join('\n');
}

function quote(value: string): string {
  return `"${value.replaceAll('"', '\\"')}"`;
}
