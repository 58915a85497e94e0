package org.coterie;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Serves the contract in YAML, unless JSON is asked for, so that readers of YAML 1.1, which most are, find the texts in it
 * that are there: to them a bare {@code 18:00} is the number 1080, and Quarkus writes it bare.
 */
@ApplicationScoped
class DocumentInYaml {

    /** Before Quarkus's own routes. */
    private static final int FIRST = 0;

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .stringQuotingChecker(new Ambiguous())
            .enable(Feature.MINIMIZE_QUOTES)
            .build());

    private final OpenApiDocumentService documents;
    private @Nullable Buffer written;

    DocumentInYaml(OpenApiDocumentService documents) {
        this.documents = documents;
    }

    void serve(@Observes Router router) {
        Stream.of("/q/openapi", "/q/openapi.yaml", "/q/openapi.yml")
                .forEach(path -> router.route(path)
                        .order(FIRST)
                        .method(HttpMethod.GET)
                        .method(HttpMethod.HEAD)
                        .blockingHandler(this::serve));
    }

    private void serve(RoutingContext context) {
        boolean json =
                String.valueOf(context.request().getHeader(HttpHeaders.ACCEPT)).contains(Format.JSON.getMimeType())
                        || "json".equalsIgnoreCase(context.request().getParam("format"));
        if (json) {
            context.next();
        } else {
            context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, Format.YAML.getMimeType() + ";charset=UTF-8")
                    .end(written());
        }
    }

    private synchronized Buffer written() {
        if (written == null) {
            try {
                byte[] json = documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
                written = Buffer.buffer(YAML.writeValueAsBytes(new ObjectMapper().readTree(json)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return written;
    }

    /** Quotes what would be read as anything but a text. */
    private static final class Ambiguous extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1L;

        private static final Resolver RESOLVER = new Resolver();

        @Override
        public boolean needToQuoteName(String name) {
            return super.needToQuoteName(name) || isNoText(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || isNoText(value);
        }

        private static boolean isNoText(String plain) {
            return !RESOLVER.resolve(NodeId.scalar, plain, true).equals(Tag.STR);
        }
    }
}
