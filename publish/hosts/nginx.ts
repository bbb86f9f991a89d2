import { mediaTypeOf, mediaTypes } from '#lib/site/media-types.ts';
import { PublishFault } from '../fault.ts';
import { type Headers, immutablePrefix, plainPolicy } from './headers.ts';
import type { Hosting } from './hosting.ts';
import { methods, notFoundFile } from './site-files.ts';

const knownTypes = Object.entries(mediaTypes);

/**
 * A complete nginx configuration, made from the same rules as the embedded server.
 * Start it in `out/` with `nginx -e stderr -p . -c nginx.conf`. It needs no privileges and listens on port 8080; started as
 * root, its workers are another user, who must be able to read the folder.
 */
export function nginxConfiguration({ headers, redirects, gone, files }: Hosting): string {
  const changing = headers.changing['Cache-Control'] ?? '';
  const immutable = headers.immutable['Cache-Control'] ?? '';
  const notFoundType = mediaTypeOf(notFoundFile) ?? '';
  const texts = knownTypes.filter(([, type]) => type.includes('charset')).map(([extension]) => extension);
  const charset = new Set(
    knownTypes
      .map(([, type]) => type)
      .filter((type) => type.includes('charset') && !type.startsWith('text/html')),
  );
  return `# Made by the build. Change publish/hosts/nginx.ts, not this file.
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
  lingering_time 10s;
  lingering_timeout 2s;
  reset_timedout_connection on;
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
    # Fingerprinted files of other releases, where a host keeps them for pages that are open in a browser.
    "~^${immutablePrefix}([a-z0-9_-][a-z0-9._-]*/)*[a-z0-9_-][a-z0-9._-]*\\.(${knownTypes.map(([extension]) => extension).join('|')})$" $path;
  }
  # Addresses that lead to another one.
  map $path $moved {
    default "";
${lines(redirects)}
  }
  # Addresses at which nothing stands any more, on purpose.
  map $path $gone {
    default "";
${lines(Object.fromEntries(gone.map((address) => [address, 'gone'])))}
  }
  # The .br files are sent by these lines, because nginx comes without a module for them. First: who accepts them, and did not
  # give them the weight 0 (RFC 9110, 12.5.3).
  map $http_accept_encoding $br {
    default "";
    "~*(^|,)\\s*br\\s*(;\\s*q=(?!0(\\.0*)?\\s*(,|$))[01](\\.\\d*)?\\s*)?(,|$)" .br;
  }
  map $br$file $brotli {
    default "";
    "~^\\.br.+\\.(${texts.join('|')})$" $file.br;
  }
  # What has not changed carries no headers of a body.
  map "$status $uri" $coding {
    default "";
    "~^304" "";
    "~\\.br$" br;
  }
  # For the other forms, gzip_vary says it.
  map $uri $vary {
    default "";
    "~\\.br$" Accept-Encoding;
  }
  # By the file that is found: an error must not be kept for ever, nor what a range asks for, which may turn out not to exist.
  map "$status$http_range $file" $caching {
    default ${quote(changing)};
    "~^(200|304) ${immutablePrefix}" ${quote(immutable)};
  }
  # nginx tells that a range does not exist when the headers of the file have been written, its coding among them.
  map $brotli $no_range {
    default ${notFoundFile}.br;
    "" ${notFoundFile};
  }
  # Each page has the policy that allows its own style sheet, and what its kind of page may do. By the file that is sent: where
  # a page cannot be, it is the error page.
  map "$status $uri" $sent {
    default "";
    "~^(200|206|304) (?<plain_file>.*?)(\\.br)?$" $plain_file;
  }
  map $sent $rules {
    default ${plainPolicy};
${lines(headers.pages)}
  }
  map $rules $policy {
${lines(headers.policies)}
  }
  # By the request line: nginx turns the method into GET before it sends an error page.
  map $request $allowed {
    default ${quote(methods.join(', '))};
    "~^(${methods.join('|')}) " "";
  }
  # Only while there is no answer yet: an error page passes here again.
  map $status$allowed $refused {
    volatile;
    default "";
    "~^000." 1;
  }

  server {
    listen 8080;
    listen [::]:8080;
    root site;
    merge_slashes off;
    absolute_redirect off;
    # Whatever goes wrong, the visitor reads the same page; what nginx takes for its own failure (a version or a coding that it
    # does not know) is the client's.
    error_page 400 403 404 405 408 410 411 412 413 414 417 421 429 500 503 ${notFoundFile}$br;
    error_page 494 =431 ${notFoundFile}$br;
    error_page 416 /416;
    error_page 501 505 =400 ${notFoundFile}$br;
${addHeaders(headers.always)}
    add_header Content-Security-Policy $policy always;
    add_header Cache-Control $caching always;
    add_header Allow $allowed always;
    add_header Content-Encoding $coding always;
    add_header Vary $vary always;

    # nginx's sign for HTTP/0.9, in which an answer has no headers: there is none.
    if ($status = 009) {
      return 444;
    }
    if ($refused) {
      return 405;
    }
    # The error page and its compressed forms. Nobody keeps them by a tag; a body that was too long stays unread.
    location ~ ^${notFoundFile.replace('.', '\\.')} {
      internal;
      client_max_body_size 0;
      etag off;
      types {
      }
      default_type ${bare(notFoundType)};
    }
    # The same page without the headers, which are there already.
    location = /416 {
      internal;
      add_header Vary "";
      charset_types *;
      types {
      }
      default_type ${bare(notFoundType)};
      try_files $no_range =404;
    }
    location / {
      if ($moved) {
        return 301 $moved$is_args$args;
      }
      if ($gone) {
        return 410;
      }
      if ($brotli) {
        rewrite ^ $brotli last;
      }
      try_files $file =404;
    }
${texts.map((extension) => brotliLocation(extension)).join('\n')}
  }
}
`;
}

/** nginx tells the type of a file by its last ending, which here is that of the coding. */
function brotliLocation(extension: string): string {
  return `    location ~ \\.${extension}\\.br$ {
      internal;
      types {
      }
      default_type ${bare(mediaTypeOf(`.${extension}`) ?? '')};
    }`;
}

/** A media type as nginx takes it, which adds the charset itself. */
function bare(type: string): string {
  return quote(type.replace('; charset=utf-8', ''));
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
