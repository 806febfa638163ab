package amends.sip;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sip.header.AcceptHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.RequireHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a request outside calls can be taken at all (RFC 3261 §8.2), asked before who sent it. */
public final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
    /** Characters; a Call-ID is kept with the contact and its recording. */
    private static final int LONGEST_CALL_ID = 255;

    private Admission() {}

    /**
     * What speaks against the request, whatever its method; empty when nothing does.
     *
     * @param extensions that a caller may require of us
     */
    public static Optional<Response> refusal(Request request, SipMessages messages, Set<String> extensions) {
        try {
            if (((CallIdHeader) request.getHeader(CallIdHeader.NAME))
                            .getCallId()
                            .length()
                    > LONGEST_CALL_ID) return Optional.of(messages.response(Response.BAD_REQUEST, request));
            if (!request.getRequestURI().isSipURI())
                return Optional.of(messages.response(Response.UNSUPPORTED_URI_SCHEME, request));
            List<String> unknown = unknown(request, extensions);
            return unknown.isEmpty() ? Optional.empty() : Optional.of(extension(request, unknown, messages));
        } catch (ParseException e) {
            LOG.info("a refusal cannot be written: {}", e.getMessage());
            return Optional.of(messages.response(Response.BAD_REQUEST, request));
        }
    }

    /** What speaks against an INVITE besides. */
    public static Optional<Response> inviteRefusal(Request request, SipMessages messages) {
        try {
            if (!acceptsSdp(request)) return Optional.of(messages.response(Response.NOT_ACCEPTABLE, request));
            return SipMessages.body(request).length == 0 || isSdp(request)
                    ? Optional.empty()
                    : Optional.of(mediaType(request, messages));
        } catch (ParseException e) {
            LOG.info("a refusal cannot be written: {}", e.getMessage());
            return Optional.of(messages.response(Response.BAD_REQUEST, request));
        }
    }

    private static Response extension(Request request, List<String> unknown, SipMessages messages)
            throws ParseException {
        Response response = messages.response(Response.BAD_EXTENSION, request);
        for (String tag : unknown) response.addHeader(messages.headers().createUnsupportedHeader(tag));
        return response;
    }

    private static List<String> unknown(Request request, Set<String> known) {
        var unknown = new ArrayList<String>();
        for (Iterator<?> all = request.getHeaders(RequireHeader.NAME); all.hasNext(); ) {
            String tag = ((RequireHeader) all.next()).getOptionTag();
            if (!known.contains(tag)) unknown.add(tag);
        }
        return unknown;
    }

    private static Response mediaType(Request request, SipMessages messages) throws ParseException {
        Response response = messages.response(Response.UNSUPPORTED_MEDIA_TYPE, request);
        response.addHeader(messages.headers().createAcceptHeader("application", "sdp"));
        return response;
    }

    private static boolean acceptsSdp(Request request) {
        boolean said = false;
        for (Iterator<?> all = request.getHeaders(AcceptHeader.NAME); all.hasNext(); ) {
            if (!(all.next() instanceof AcceptHeader accept) || accept.getContentType() == null) continue;
            said = true;
            boolean type =
                    accept.allowsAllContentTypes() || accept.getContentType().equalsIgnoreCase("application");
            boolean subtype = accept.allowsAllContentSubTypes() || "sdp".equalsIgnoreCase(accept.getContentSubType());
            if (type && subtype) return true;
        }
        return !said;
    }

    private static boolean isSdp(Request request) {
        var type = (ContentTypeHeader) request.getHeader(ContentTypeHeader.NAME);
        return type != null
                && "application".equalsIgnoreCase(type.getContentType())
                && "sdp".equalsIgnoreCase(type.getContentSubType())
                && request.getContentEncoding() == null;
    }

    /** What the request offers; empty when it offers nothing. @throws MalformedSdp when that cannot be understood */
    public static Optional<SessionDescription> offer(Request request) throws MalformedSdp {
        byte[] body = SipMessages.body(request);
        return body.length == 0 ? Optional.empty() : Optional.of(SessionDescription.parse(body));
    }
}
