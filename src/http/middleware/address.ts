import { createMiddleware } from 'hono/factory';
import { type AddressList, addressText } from '../../model/address.ts';
import { callerAddress, socketAddress } from '../../model/forwarded.ts';
import type { RequestEnvironment } from '../environment.ts';

/** Finds out where the caller is (`address`): its socket, or what trusted proxies say. */
export function findAddress(trustedProxies: AddressList) {
  return createMiddleware<RequestEnvironment>((c, next) => {
    const socket = socketAddress(c.env?.incoming?.socket.remoteAddress);
    const address = callerAddress(socket, c.req.header('x-forwarded-for'), trustedProxies);
    c.set('address', address === undefined ? '' : addressText(address));
    return next();
  });
}
