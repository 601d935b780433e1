// Hands the answer of the sign-in service to the console that opened this frame.
parent.postMessage(location.href, location.origin);
