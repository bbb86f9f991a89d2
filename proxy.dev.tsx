import { type NextRequest, NextResponse } from 'next/server';
import { Refused, signedIn } from '#desk/server/guard.ts';

/** In the preview of an office, answers only requests of editors whom its proxy signed in (`deploy/desk`). A build does not know this file. */
export function proxy({ headers }: NextRequest) {
  try {
    signedIn(headers);
    return NextResponse.next();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return new NextResponse(null, { status: error.status });
  }
}
