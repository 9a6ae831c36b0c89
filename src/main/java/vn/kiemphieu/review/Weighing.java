package vn.kiemphieu.review;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends whoever brings too large a file back to the first page, which says so. Before anything else looks into the form:
 * of a form that was cut off nobody can read a field, not even the one with the token.
 */
final class Weighing extends OncePerRequestFilter implements Ordered {

    /** Where the first page says it. */
    private static final String TOO_LARGE = "/?too-large";

    /** Before the locks. */
    private static final int FIRST = -1000;

    @Override
    public int getOrder() {
        return FIRST;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String kind = String.valueOf(request.getContentType());
        if (!kind.startsWith("multipart/")) {
            chain.doFilter(request, response);
            return;
        }
        try {
            request.getParts();
        } catch (IllegalStateException tooLarge) {
            response.sendRedirect(TOO_LARGE);
            return;
        } catch (ServletException malformed) {
            // No browser sends such a thing: a body that is not what it says, or a NUL in a file's name.
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }
}
