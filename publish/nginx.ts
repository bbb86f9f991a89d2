import { PublishFault } from './fault.ts';
import type { Headers } from './headers.ts';
import { immutablePrefix } from './headers.ts';
import type { Hosting } from './hosting.ts';
import { methods, notFoundFile } from './site-files.ts';
import { knownTypes } from './types.ts';

/**
 * A complete nginx configuration, made from the same rules as the embedded server.
 * Start it in `out/` with `nginx -e stderr -p . -c nginx.conf`. It needs no privileges and listens on port 8080; started as
 * root, its workers are another user, who must be able to read the folder.
 */
export function nginxConfiguration({ headers, redirects, files }: Hosting): string {
  const changing = headers.changing['Cache-Control'] ?? '';
  const immutable = headers.immutable['Cache-Control'] ?? '';
  const bare = (type: string) => type.replace('; charset=utf-8', '');
  const charset = new Set(
    knownTypes
      .map(([, type]) => type)
      .filter((type) => type.includes('charset') && !type.startsWith('text/html')),
  );
  return `# Made by the build. Change publish/nginx.ts, not this file.
# Start it in this folder: nginx -e stderr -p . -c nginx.conf
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
${knownTypes.map(([extension, type]) => `    ${bare(type)} ${extension};`).join('\n')}
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types ${[...charset].map(bare).join(' ')};
  gzip_static on;
  gzip_vary on;
  # Also for requests that come through a proxy.
  gzip_proxied any;
  # With the module ngx_brotli (Debian: libnginx-mod-http-brotli-static):  brotli_static on;

  map_hash_bucket_size 512;
  map_hash_max_size 16384;
  # The path as it was asked, before any clean-up by nginx, also of a request that names the whole address. Other lines of
  # a map are compared without regard to case; every address of the site is in lower case.
  map $request_uri $path {
    "~^[^?]*[A-Z]" "";
    "~^(?<asked>[^?]*)" $asked;
  }
  # One file for each address; every other address is a 404.
  map $path $file {
    default "";
${lines(files)}
  }
  # Addresses that lead to another one.
  map $path $moved {
    default "";
${lines(redirects)}
  }
  # By the file that is found: a 404 must not be kept for ever.
  map $file $caching {
    default ${quote(changing)};
    "~^${immutablePrefix}" ${quote(immutable)};
  }
  # Pages that may do more than others, and what each kind of page may do.
  map $file $kind {
    default plain;
${lines(headers.kinds)}
  }
  map $kind $policy {
${lines(headers.policies)}
  }
  # By the request line: nginx turns the method into GET before it sends an error page.
  map $request $allowed {
    default ${quote(methods.join(', '))};
    "~^(${methods.join('|')}) " "";
  }

  server {
    listen 8080;
    listen [::]:8080;
    root site;
    merge_slashes off;
    absolute_redirect off;
    error_page 400 404 405 ${notFoundFile};
${addHeaders(headers.always)}
    add_header Content-Security-Policy $policy always;
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

/**
 * The lines of a map from addresses.
 * @throws PublishFault for an address with a capital letter, which nginx could not tell from a small one, or with a character
 * that means something to nginx or in an address
 */
function lines(table: Readonly<Record<string, string>>): string {
  return Object.entries(table)
    .map(([address, value]) => {
      if (!/^[a-z0-9/._-]+$/.test(address)) {
        throw new PublishFault(
          `${address} is not a plain address; name the file with a–z, 0–9, ".", "_" and "-".`,
        );
      }
      return `    ${quote(address)} ${quote(value)};`;
    })
    .join('\n');
}

function addHeaders(headers: Headers): string {
  return Object.entries(headers)
    .map(([name, value]) => `    add_header ${name} ${quote(value)} always;`)
    .join('\n');
}

function quote(value: string): string {
  return `"${value.replaceAll('"', '\\"')}"`;
}
