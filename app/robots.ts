import type { MetadataRoute } from 'next';
import { getSite } from './current-site.ts';

/** robots.txt: everything may be crawled. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: '/' }, sitemap: `${getSite().origin}/sitemap.xml` };
}
